using System.Net;
using Microsoft.Playwright;
using NetworkHealth.Domain;

namespace NetworkHealth.BrowserTests;

/// <summary>The leader chooses what the funder reads, sees it beside the choice, and the funder's pages follow.</summary>
public sealed class SharingTests(LiveApp live) : IClassFixture<LiveApp>
{
    private const string Network = "/networks/demo/RIV";
    private static readonly string[] Pages =
    [
        Network, $"{Network}/trajectory", "/", "/cohorts", "/cohorts/demo/trajectories",
        .. new[] { 2022, 2023, 2024, 2025, 2026 }.SelectMany(year => new[] { "", "/prepare", "/history", "/report", "/submit", "/discard" }.Select(page => $"{Network}/ratings/{year}{page}")),
    ];

    [Fact]
    public async Task The_funder_reads_what_the_leader_chose_and_saw_beside_the_choice()
    {
        var (leader, funder) = (await live.NewPage(signedInAs: Site.Leader), await live.NewPage(signedInAs: Site.Funder));
        var (levels, evidence) = await Hidden(leader);
        await funder.GotoAsync(Network);
        await Expect(funder.GetByRole(AriaRole.Img, new() { Name = "Overall level by cycle." })).ToBeVisibleAsync();

        foreach (var choice in (Sharing[])[Sharing.Trajectory, Sharing.LevelsAndEvidence, Sharing.Levels])
        {
            string[] preview = await Choose(leader, choice);

            await funder.ReloadAsync();
            await Expect(funder.GetByRole(AriaRole.Img, new() { Name = "Overall level by cycle." })).ToHaveCountAsync(choice == Sharing.Trajectory ? 0 : 1);
            await Expect(funder.GetByRole(AriaRole.Heading, new() { Name = "What the years brought" })).ToHaveCountAsync(choice == Sharing.LevelsAndEvidence ? 1 : 0);
            string html = await Html(funder);
            Assert.Equal(choice == Sharing.Trajectory ? [] : levels, levels.Where(html.Contains));
            Assert.Equal(choice == Sharing.LevelsAndEvidence ? evidence : [], evidence.Where(html.Contains));
            Assert.Equal([], preview.Where(shown => !html.Contains(shown, StringComparison.Ordinal)));
        }

        await leader.Context.CloseAsync();
        await funder.Context.CloseAsync();
    }

    // What the leader reads of the hub's own ratings: that tells levels, and what they rest on. Reasons of domains say the same of other networks.
    private static async Task<(string[] Levels, string[] Evidence)> Hidden(IPage leader)
    {
        await leader.GotoAsync($"{Network}/trajectory");
        string[] levels = [(await leader.Locator("p.reason").First.TextContentAsync())!, .. await leader.Locator("svg[role=img] title").AllTextContentsAsync()];
        var evidence = await leader.Locator("section:not(:has(#happened)) dl.notes dd").AllTextContentsAsync();
        Assert.True(levels.Length >= 8 && evidence.Count > 5, $"{levels.Length} levels, {evidence.Count} notes");
        return ([.. levels.Distinct()], [.. evidence.Distinct()]);
    }

    // All that stands beside the choice, but for what is said of reports.
    private static async Task<string[]> Choose(IPage leader, Sharing choice)
    {
        await leader.GotoAsync($"{Network}/sharing");
        var row = leader.Locator(".choice").Filter(new() { Has = leader.Locator($"input[value='{choice}']") });
        await row.GetByText("What the funder then sees").ClickAsync();
        await Expect(row.GetByRole(AriaRole.Heading, new() { Name = "Riverbend Math Collaborative" })).ToBeVisibleAsync();
        await Expect(row.GetByRole(AriaRole.Img, new() { Name = "Overall level by cycle." })).ToHaveCountAsync(choice == Sharing.Trajectory ? 0 : 1);
        await Expect(row.GetByText("The report of each year is open too, with links and survey results.")).ToHaveCountAsync(choice == Sharing.LevelsAndEvidence ? 1 : 0);
        string[] shown = await row.EvaluateAsync<string[]>("row => [...row.querySelectorAll('.preview :not(.muted, :has(*))')].map(part => part.textContent.trim())");

        await row.GetByRole(AriaRole.Radio).CheckAsync();
        await leader.GetByRole(AriaRole.Button, new() { Name = "Share this from now on" }).ClickAsync();
        await Expect(leader.GetByText("Saved. What stands below is what the funder reads from now on.")).ToBeVisibleAsync();
        await Expect(leader.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync($"Your funder reads: {choice.Words().ToLowerInvariant()}");
        Assert.NotEmpty(shown);
        return shown;
    }

    // As the server sends it, of every address under which the funder might look.
    private static async Task<string> Html(IPage funder)
    {
        var read = new List<string>();
        foreach (string address in Pages.SelectMany(page => new[] { page, $"{page}?source=self", $"{page}?source=external" }))
            read.Add(WebUtility.HtmlDecode(await (await funder.Context.APIRequest.GetAsync(address)).TextAsync()));
        return string.Join('\n', read);
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
