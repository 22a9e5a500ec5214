using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;
using NetworkHealth.Features.Dashboards;

namespace NetworkHealth.Tests.Features.Dashboards;

/// <summary>Figures are kept as they were seen, say what has changed since, and are their owner's alone.</summary>
public sealed class FiguresKeptTests(DemoApp app) : IClassFixture<DemoApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private FiguresKept Kept => app.Get<FiguresKept>();

    [Fact]
    public async Task Kept_tables_stay_and_say_what_has_changed_since()
    {
        var funder = await Funder("kept");
        var id = await Kept.Keep(funder, "kept", "?focus=nonsense", " Board, December ", Ct);
        var fresh = (await Kept.Read(funder, "kept", id, Ct))!;

        await app.Import("network_code,2023,2024\nA,,Most\nC,Most,Most\n", "kept", RatingSource.External);
        var later = (await Kept.Read(funder, "kept", id, Ct))!;

        Assert.Equal(("Board, December", "1.0", "source=external&cycle=2024&subject=OVERALL"), (fresh.Kept.Name, fresh.Kept.RuleVersion, fresh.Kept.Choices));
        Assert.Empty(fresh.Differences!);
        Assert.Equal(fresh.Tables.Select(table => table.Rows), later.Tables.Select(table => table.Rows));
        Assert.Contains(new FigureDifference("Networks by cycle", "A", "2024", "Dev (Mid)", "Most"), later.Differences!);
        Assert.Contains(new FigureDifference("Networks by cycle", "C", "", null, "shown"), later.Differences!);
        Assert.Contains(new FigureDifference("Networks by level and domain, 2024", "Overall, 2024", "Most", "0", "2"), later.Differences!);
        await using var db = await app.Db();
        Assert.Equal([$"figures:{id}"], await db.Changes.Where(change => change.Action == ChangeAction.FiguresKept && change.ActorId == funder.PersonId).Select(change => change.Touched).ToListAsync(Ct));
    }

    [Fact]
    public async Task They_are_read_by_their_owner_alone_and_not_once_the_role_is_lost()
    {
        var (owner, other) = (await Funder("owned"), await Funder("owned"));
        var id = await Kept.Keep(owner, "owned", "", "Mine", Ct);
        var former = new Actor(owner.PersonId, []);

        Assert.NotNull(await Kept.Read(owner, "owned", id, Ct));
        Assert.Null(await Kept.Read(other, "owned", id, Ct));
        Assert.Empty((await Kept.List(other, "owned", Ct))!);
        Assert.Null(await Kept.Read(former, "owned", id, Ct));
        Assert.Null(await Kept.List(former, "owned", Ct));
        Assert.Equal("There are no such figures of yours.", await Somebody.Refused(() => Kept.Remove(other, "owned", id, Ct)));
        Assert.Equal("There are no figures of a whole cohort for you to keep here.", await Somebody.Refused(() => Kept.Keep(former, "owned", "", "Again", Ct)));

        // Another role on the same cohort opens only what was seen with it; an administrator sees all there is.
        await using (var db = await app.Db())
        {
            var cohort = (await db.Cohorts.SingleAsync(one => one.Slug == "owned", Ct)).Id;
            Assert.Null(await Kept.Read(Somebody.With(Role.Evaluator, cohort, id: owner.PersonId), "owned", id, Ct));
            Assert.NotNull(await Kept.Read(Somebody.With(Role.Administrator, id: owner.PersonId), "owned", id, Ct));
        }

        await Kept.Remove(owner, "owned", id, Ct);
        Assert.Null(await Kept.Read(owner, "owned", id, Ct));
    }

    [Fact]
    public async Task A_name_is_needed_and_figures_stay_closed_once_the_cohort_shows_counts_only()
    {
        var funder = await Funder("named");
        Assert.Equal("Say what you keep these figures for.", await Somebody.Refused(() => Kept.Keep(funder, "named", "", "  ", Ct)));
        var id = await Kept.Keep(funder, "named", "", "Before", Ct);
        await using (var db = await app.Db())
        {
            (await db.Cohorts.SingleAsync(cohort => cohort.Slug == "named", Ct)).Show(Display.Aggregates, false);
            await db.SaveChangesAsync(Ct);
        }

        var view = (await Kept.Read(funder, "named", id, Ct))!;

        Assert.Null(view.Differences);
        Assert.Empty(view.Tables);
        Assert.Equal("There are no figures of a whole cohort for you to keep here.", await Somebody.Refused(() => Kept.Keep(funder, "named", "", "Now", Ct)));
    }

    [Fact]
    public async Task Somebody_keeps_figures_by_form_reads_and_throws_them_away()
    {
        var client = await app.SignedIn("funder@demo.example");
        var empty = await Pages.Forms.Read(await client.Send("/cohorts/demo/kept?cycle=2024", "keep", ("Input.Name", "")));
        var kept = await client.Send("/cohorts/demo/kept?cycle=2024", "keep", ("Input.Name", "Spring board"));
        var page = await Html.Read(client, kept.Leads());
        var list = await Html.Read(client, "/cohorts/demo/kept");

        Assert.Equal("Say what you keep these figures for.", empty.QuerySelector("#name-problem")!.Words());
        Assert.Equal(("Spring board", "Nothing has changed since"), (page.QuerySelector("h1")!.Words(), page.QuerySelector("#since")!.Words()));
        Assert.Equal(list.QuerySelector("section[aria-labelledby=kept] a")!.GetAttribute("href"), kept.Leads());

        Assert.Equal("/cohorts/demo/kept", (await client.Send(kept.Leads(), "throw-away")).Leads());
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await client.GetAsync(kept.Leads(), Ct)).StatusCode);
    }

    private async Task<Actor> Funder(string slug)
    {
        await app.Import("network_code,2023,2024\nA,Least,Dev (Mid)\nB,Dev (Mid),Dev (Mid)\n", slug, RatingSource.External);
        await using var db = await app.Db();
        var cohort = await db.Cohorts.SingleAsync(one => one.Slug == slug, Ct);
        cohort.Show(Display.Names, false);
        await db.SaveChangesAsync(Ct);
        var person = await Somebody.Account(app, $"{Guid.NewGuid():N}@demo.example", Role.Funder, cohort.Id);
        return Somebody.With(Role.Funder, cohort.Id, id: person);
    }
}
