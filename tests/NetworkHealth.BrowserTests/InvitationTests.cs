using Deque.AxeCore.Playwright;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NetworkHealth.Domain;
using NetworkHealth.Features.Accounts;

namespace NetworkHealth.BrowserTests;

/// <summary>From the one-time link to signing in again: with a password and the codes of an app, or with a passkey.</summary>
public sealed class InvitationTests(LiveApp live) : IClassFixture<LiveApp>
{
    private const string Password = "many small good steps";

    [Fact]
    public async Task Somebody_invited_chooses_a_password_adds_an_app_and_comes_back_with_both()
    {
        var page = await live.NewPage(width: 320);
        await page.GotoAsync(await Invitation("password@example.org"));
        await IsForAnybody(page);
        await page.GetByLabel("New password").FillAsync(Password);
        await page.GetByLabel("The same again").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Set the password" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your password is set." })).ToBeVisibleAsync();
        await SignIn(page, "password@example.org");

        await page.GetByRole(AriaRole.Link, new() { Name = "Account" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Turn it on" }).ClickAsync();
        string key = (await page.Locator("code.key").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await page.GetByLabel("The code it shows now").FillAsync(Totp.Code(key, DateTimeOffset.UtcNow));
        await page.GetByLabel("Your password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Turn it on" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Keep these ten codes" })).ToBeVisibleAsync();
        await IsForAnybody(page);
        string paper = await page.Locator(".codes code").First.InnerTextAsync();

        foreach (string code in (string[])[Totp.Code(key, DateTimeOffset.UtcNow.AddSeconds(30)), paper])
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
            await SignIn(page, "password@example.org");
            await IsForAnybody(page);
            await page.GetByLabel("Code").FillAsync(code);
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Account" })).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task Somebody_invited_makes_a_passkey_instead_and_comes_back_with_it()
    {
        var page = await live.NewPage();
        await HasFingerprintReader(page);
        string link = await Invitation("passkey@example.org");
        await page.GotoAsync(link);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a passkey" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your passkey is set." })).ToBeVisibleAsync();

        await page.GotoAsync(link);
        await Expect(page.GetByText("This link is not valid any more.")).ToBeVisibleAsync();
        await SignInByPasskey(page);
        await page.GotoAsync("/account/passkeys");
        await Expect(page.GetByText("My first passkey").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "My first passkey" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove the chosen one" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("This is your only way to sign in. Choose a password or add another passkey first.");
        await IsForAnybody(page);
    }

    [Fact]
    public async Task A_passkey_is_added_with_the_password_named_used_and_removed()
    {
        await Invited("added@example.org");
        var page = await live.NewPage();
        await HasFingerprintReader(page);
        await page.GotoAsync("/account/sign-in");
        await SignIn(page, "added@example.org");
        await page.GotoAsync("/account/passkeys");
        await page.GetByLabel("What you call it").FillAsync("The blue laptop");
        await page.GetByLabel("Your password").FillAsync("wrong");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Expect(page.GetByText("That is not your password.")).ToBeVisibleAsync();
        await page.GetByLabel("Your password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Expect(page.GetByText("The blue laptop").First).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await SignInByPasskey(page);
        await page.GotoAsync("/account/passkeys");
        await page.GetByRole(AriaRole.Radio, new() { Name = "The blue laptop" }).CheckAsync();
        await page.GetByLabel("Your password, to remove the chosen one").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove the chosen one" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "No passkeys yet" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Expect(page.GetByText("That passkey does not open an account here.")).ToBeVisibleAsync();
    }

    private async Task<string> Invitation(string email)
    {
        await using var scope = live.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<NewAccounts>();
        var person = await accounts.Make(email);
        return $"/account/set-password?person={person.Id}&token={Uri.EscapeDataString(await accounts.Invite(person))}";
    }

    private async Task Invited(string email)
    {
        var page = await live.NewPage();
        await page.GotoAsync(await Invitation(email));
        await page.GetByLabel("New password").FillAsync(Password);
        await page.GetByLabel("The same again").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Set the password" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your password is set." })).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    private static async Task SignIn(IPage page, string email)
    {
        if (!page.Url.Contains("/account/sign-in", StringComparison.Ordinal))
            await page.GetByRole(AriaRole.Link, new() { Name = "Sign in" }).ClickAsync();
        await page.GetByLabel("E-mail").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
    }

    private static async Task SignInByPasskey(IPage page)
    {
        await page.GotoAsync("/account/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Account" })).ToBeVisibleAsync();
    }

    // One that always sees the right finger.
    private static async Task HasFingerprintReader(IPage page)
    {
        var cdp = await page.Context.NewCDPSessionAsync(page);
        await cdp.SendAsync("WebAuthn.enable");
        await cdp.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }

    private static async Task IsForAnybody(IPage page)
    {
        var result = await page.RunAxe();
        Assert.Empty(result.Violations.Select(violation => $"{violation.Id} at {string.Join(", ", violation.Nodes.Select(node => node.Html))}"));
        Assert.Equal(0, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
