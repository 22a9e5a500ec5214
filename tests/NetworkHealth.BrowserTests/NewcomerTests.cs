using Microsoft.Playwright;

namespace NetworkHealth.BrowserTests;

/// <summary>What a newcomer does in the first five minutes.</summary>
public sealed class NewcomerTests(LiveApp live) : IClassFixture<LiveApp>
{
    [Fact]
    public async Task A_newcomer_signs_in_sees_the_published_networks_reads_why_and_takes_the_result_away()
    {
        var page = await live.NewPage();
        await page.GotoAsync("/");
        await Expect(page.GetByText("several small tests")).ToBeVisibleAsync();
        await LiveApp.SignIn(page, Site.Administrator);

        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Published networks (problem focus invented)" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Six of eleven networks are at Most, five at Least.");
        await Expect(page.Locator("section[aria-labelledby=labels] tbody tr:not(.group)")).ToHaveCountAsync(11);

        await page.Locator("section[aria-labelledby=labels]").GetByRole(AriaRole.Link, new() { Name = "LD2" }).ClickAsync();
        await Expect(page.GetByText("Developing (Mid) in 2022, Least in 2023, two levels below its best year.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "Overall level by cycle. 2019: not rated; 2021: Developing (Low); 2022: Developing (Mid); 2023: Least" })).ToBeVisibleAsync();
        await Expect(page.GetByText("Late start: first rated in 2021")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "How the label is made" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Trajectory rule 1.0" })).ToBeVisibleAsync();
        await page.GoBackAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Published networks (problem focus invented)" }).ClickAsync();

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Trajectories (CSV)" }).ClickAsync());
        Assert.Equal("published-trajectories.csv", download.SuggestedFilename);
        string csv = await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Contains("published,LD2,OVERALL,external,,Dev (Low),Dev (Mid),Least,3,2021,1,2023,0,2,0,-1,2,Declined,,,late_start;below_best,1.0,instructional,,,,\r\n", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_leader_compares_the_own_judgement_with_the_external_one()
    {
        var page = await live.NewPage(signedInAs: Site.Leader);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Two things wait for you.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Read the trajectory so far" }).ClickAsync();
        await Expect(page.GetByText("rated by the hub itself")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "By an external team" }).ClickAsync();
        await Expect(page.GetByText("rated by an external team")).ToBeVisibleAsync();
        await page.GoBackAsync();
        await Expect(page.GetByText("rated by the hub itself")).ToBeVisibleAsync();
        Assert.EndsWith("/networks/demo/RIV/trajectory?source=self", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_of_the_first_visit_works_by_keyboard_alone()
    {
        var page = await live.NewPage();
        await page.GotoAsync("/cohorts/published/trajectories");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Go to the content" })).ToBeFocusedAsync();

        await TabTo(page, "E-mail", "input");
        await page.Keyboard.TypeAsync(Site.Administrator);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(Features.Demo.DemoData.Password);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Six of eleven networks are at Most, five at Least.");

        await TabTo(page, "MD4", "a");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("MD4");
        await TabTo(page, "Trajectory", "a");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("Least in 2021, Most in 2023, four levels above where it began.")).ToBeVisibleAsync();
        await Expect(page.GetByText("How this label is made")).ToBeVisibleAsync();
        await TabTo(page, "Sign out", "button");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sign in", Exact = true })).ToBeVisibleAsync();
    }

    // Each stop must show where it is; the walk ends at the control with this name.
    private static async Task TabTo(IPage page, string name, string element)
    {
        for (int i = 0; i < 60; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            var (tag, text, ring) = await Focused(page);
            Assert.True(ring is not "none" || tag is "BODY" or "MAIN", $"No focus ring on {tag} “{text}”");
            if (tag.Equals(element, StringComparison.OrdinalIgnoreCase) && text == name)
                return;
        }

        Assert.Fail($"Tab never reaches “{name}”.");
    }

    private static async Task<(string Tag, string Text, string Ring)> Focused(IPage page)
    {
        string[] at = await page.EvaluateAsync<string[]>(
            "() => { const e = document.activeElement; return [e.tagName, (e.labels?.[0] ?? e).textContent.trim(), getComputedStyle(e).outlineStyle]; }");
        return (at[0], at[1], at[2]);
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
