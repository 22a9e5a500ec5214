using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace NetworkHealth.BrowserTests;

/// <summary>A hub plans what should last: in its cells, saved at once, by keyboard, on a phone, and two at a time.</summary>
public sealed class MatrixTests(LiveApp live) : IClassFixture<LiveApp>
{
    private const string Matrix = "/networks/demo/RIV/sustainability";

    [Fact]
    public async Task A_plan_is_made_changed_and_removed_by_keyboard_alone()
    {
        var page = await Open(Site.Leader);
        await PressOn(page, "Add a plan for “Cross-team learning, in the individual’s practice”");
        var statement = page.GetByLabel("What should last, in a sentence");
        await Expect(statement).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Visits go on");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByText("Saved at")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Space");
        await Expect(page.GetByLabel("Codify")).ToBeCheckedAsync();
        await PressOn(page, "Done");

        var change = page.GetByRole(AriaRole.Button, new() { Name = "Change the plan “Visits go on”" });
        await Expect(change).ToBeFocusedAsync();
        await page.ReloadAsync();
        await Expect(page.GetByText("Visits go on").First).ToBeVisibleAsync();
        await Expect(page.GetByText("Codify.", new() { Exact = true })).ToBeVisibleAsync();

        await PressOn(page, "Change the plan “Visits go on”");
        await Expect(statement).ToHaveValueAsync("Visits go on");
        await Expect(statement).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync(" every term");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByText("Saved at")).ToBeVisibleAsync();
        await PressOn(page, "Remove this entry");
        await Expect(page.GetByText("Removing takes the plan out of the matrix.")).ToBeVisibleAsync();
        await PressOn(page, "Remove it for good");
        await Expect(page.GetByText("Visits go on every term")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_cell_is_no_goal_and_opened_again()
    {
        var page = await Open(Site.Member);
        const string Cell = "Stay connected, in the network leadership team";
        await page.GetByRole(AriaRole.Button, new() { Name = $"Add a plan for “{Cell}”" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "It is not a goal" }).ClickAsync();
        var back = page.GetByRole(AriaRole.Button, new() { Name = $"Open it again for “{Cell}”" });
        await Expect(back).ToBeFocusedAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = $"Add a plan for “{Cell}”" })).ToHaveCountAsync(0);
        await back.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = $"Add a plan for “{Cell}”" })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("Keep mine", "Leads and coaches")]
    [InlineData("Keep theirs", "Principals and coaches")]
    public async Task Of_two_in_one_entry_the_later_sees_both_texts(string choice, string stays)
    {
        var (first, second) = (await Open(Site.Leader), await Open(Site.Member));
        string statement = $"Shared by both: {choice}";
        await first.GetByRole(AriaRole.Button, new() { NameRegex = new("Add (a|another) plan for “Network aim, in the individual’s practice”") }).ClickAsync();
        await Write(first, "What should last, in a sentence", statement);
        await Expect(first.GetByText("Saved at")).ToBeVisibleAsync();
        await second.ReloadAsync();
        await second.GetByRole(AriaRole.Button, new() { Name = $"Change the plan “{statement}”" }).ClickAsync();
        await Expect(second.GetByLabel("What should last, in a sentence")).ToHaveValueAsync(statement);

        await Write(first, "Who is responsible", "Principals and coaches");
        await Expect(first.GetByText("Saved at")).ToBeVisibleAsync();
        await first.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await Write(second, "Who is responsible", "Leads and coaches");
        await Expect(second.GetByRole(AriaRole.Alert).GetByText("Somebody else changed this entry while you wrote.")).ToBeVisibleAsync();
        await Expect(second.Locator(".versions").GetByText("Principals and coaches")).ToBeVisibleAsync();
        await Expect(second.Locator(".versions").GetByText("Leads and coaches")).ToBeVisibleAsync();
        await second.GetByRole(AriaRole.Button, new() { Name = choice }).ClickAsync();
        await Expect(second.Locator(".versions")).ToHaveCountAsync(0);
        await second.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();

        await first.ReloadAsync();
        await Expect(first.GetByText(stays + ".").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_cannot_be_kept_is_told_and_nothing_is_saved()
    {
        var page = await Open(Site.Leader, "?view=not-planned");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add what you see for “Network aim, in the network leadership team”" }).ClickAsync();
        await Write(page, "In how many schools", "9");
        await Write(page, "Of how many asked", "8");
        await page.GetByLabel("Partly").CheckAsync();
        await Write(page, "What is there, or is not, in a sentence", "The aim hangs in the hall");
        await Expect(page.GetByText("It was seen in 9 of 8 schools.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await Expect(page.GetByText("Something here is not saved.")).ToBeVisibleAsync();
        await Write(page, "In how many schools", "many");
        await Expect(page.GetByText("“many” is not a whole number.")).ToBeVisibleAsync();
        await Write(page, "In how many schools", "7");
        await Expect(page.GetByText("Saved at")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await Expect(page.GetByText("In 7 of eight schools")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task On_a_phone_nothing_is_wider_than_the_screen_while_one_writes()
    {
        var page = await live.NewPage(390, signedInAs: Site.Leader);
        await page.GotoAsync(Matrix);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add another plan for “Stay connected, in the individual’s practice”" }).ClickAsync();
        await Expect(page.GetByLabel("What should last, in a sentence")).ToBeFocusedAsync();
        await page.GetByText("More about this plan").ClickAsync();
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= 390"));
    }

    private async Task<IPage> Open(string who, string query = "")
    {
        var page = await live.NewPage(signedInAs: who);
        await page.GotoAsync(Matrix + query);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("What should last");
        return page;
    }

    private static async Task Write(IPage page, string label, string text)
    {
        await page.GetByLabel(label).FillAsync(text);
        await page.Keyboard.PressAsync("Tab");
    }

    private static async Task PressOn(IPage page, string button)
    {
        var named = page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true });
        await Expect(named).ToBeEnabledAsync();
        for (int i = 0; i < 200 && !await named.EvaluateAsync<bool>("e => e === document.activeElement"); i++)
            await page.Keyboard.PressAsync("Tab");
        await Expect(named).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
    }
}
