using Microsoft.Playwright;
using NetworkHealth.Features.Demo;
using NetworkHealth.Tests;

namespace NetworkHealth.BrowserTests;

/// <summary>A rating goes on after the server was killed, and after the session ended meanwhile.</summary>
public sealed class RatingOutlastsTheServerTests(LiveApp live) : IClassFixture<LiveApp>, IAsyncLifetime
{
    private string connection = "";
    private AppProcess server = null!;

    private RatingDesk Desk => new(connection);

    public async ValueTask InitializeAsync()
    {
        connection = await TestDatabase.Create(TestDatabase.Kind);
        server = AppProcess.OfBuild(connection);
        await server.Start();
    }

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task What_was_typed_while_the_server_was_down_is_on_it_once_it_is_back()
    {
        var rating = await Desk.NewDraft();
        var page = await live.NewPage(signedInAs: Site.Leader, address: server.Address);
        await page.OpenStep(rating);
        await page.Field("HL.seen").FillAsync("Confirmed before.");
        await page.IsSaved();
        await page.Field("HL.why").FillAsync("Sent as the server falls.");

        await server.Kill();
        Assert.Equal("Confirmed before.", await Desk.Saved(rating, "HL.seen"));
        await page.Choice("HL.answer", "1").CheckAsync();
        await page.Field("HL.seen").FillAsync("Typed while it was down.");
        await Expect(page.Standing()).ToHaveTextAsync(
            new System.Text.RegularExpressions.Regex(@"^Not saved since \d\d:\d\d\. Your text stays in this browser, and we keep trying\.$"));

        await server.Start();
        await Expect(page.Standing()).ToHaveTextAsync(RatingForm.Saved, new() { Timeout = 20_000 });
        await Expect(page.Field("HL.seen")).ToHaveValueAsync("Typed while it was down.");
        await Expect(page.Choice("HL.answer", "1")).ToBeCheckedAsync();
        await page.IsSaved();
        Assert.Equal("Typed while it was down.", await Desk.Saved(rating, "HL.seen"));
        Assert.Equal("Sent as the server falls.", await Desk.Saved(rating, "HL.why"));
        Assert.Equal("1", await Desk.Saved(rating, "HL.answer"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_was_signed_out_meanwhile_is_told_that_the_text_waits_and_finds_it_saved()
    {
        var rating = await Desk.NewDraft();
        var page = await live.NewPage(signedInAs: Site.Leader, address: server.Address);
        await page.OpenStep(rating, "CU");

        await server.Kill();
        await page.Field("CU.seen").FillAsync("Typed without a session.");
        await page.Context.ClearCookiesAsync();
        await server.Start();

        await page.Reaches("/account/sign-in");
        await Expect(page.GetByText("This browser holds text of a rating that is not on the server yet.")).ToBeVisibleAsync();
        await page.GetByLabel("E-mail").FillAsync(Site.Leader);
        await page.GetByLabel("Password").FillAsync(DemoData.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();

        await Expect(page.Field("CU.seen")).ToHaveValueAsync("Typed without a session.");
        await page.IsSaved();
        Assert.Equal("Typed without a session.", await Desk.Saved(rating, "CU.seen"));
        await page.Context.CloseAsync();
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
