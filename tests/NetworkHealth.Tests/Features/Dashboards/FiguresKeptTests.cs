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

        Assert.Equal(("Board, December", "1.0", "source=external&cycle=2024&before=2023&subject=OVERALL"), (fresh.Kept.Name, fresh.Kept.RuleVersion, fresh.Kept.Choices));
        Assert.Empty(fresh.Differences!);
        Assert.Equal(fresh.Tables.Select(table => table.Rows), later.Tables.Select(table => table.Rows));
        Assert.Contains(new FigureDifference("A", "2024", "Dev (Mid)", "Most"), Since(later, "trajectories"));
        Assert.Contains(new FigureDifference("C", "", null, "shown"), Since(later, "trajectories"));
        Assert.Contains(new FigureDifference("Overall, 2024", "Most", "0", "2"), Since(later, "levels"));
        Assert.Equal("Networks by level and domain, 2024", later.Differences!.Single(table => table.Code == "levels").Title);
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
    public async Task Moves_stay_between_the_same_two_cycles_whatever_cycles_come()
    {
        var funder = await Funder("moves");
        var id = await Kept.Keep(funder, "moves", "", "Moves", Ct);
        var first = await Kept.Keep(funder, "moves", "?cycle=2023", "None before", Ct);

        // One cycle after both, then one between them, each with ratings that would make other moves.
        await app.Import("network_code,2025\nA,Most\nB,Least\n", "moves", RatingSource.External);
        var after = (await Kept.Read(funder, "moves", id, Ct))!;
        await app.Import("network_code,2022\nA,Most\nB,Most\n", "moves", RatingSource.External);
        await app.Import("network_code,2024\nB,Most\n", "moves", RatingSource.External);
        var later = (await Kept.Read(funder, "moves", id, Ct))!;
        var none = (await Kept.Read(funder, "moves", first, Ct))!;

        Assert.StartsWith("Cycle 2024, moves from 2023, rated by an external team", after.Choices, StringComparison.Ordinal);
        Assert.DoesNotContain(after.Differences!, table => table.Code is "flow" or "levels");
        Assert.Contains(new FigureDifference("2025", "", null, "shown"), Since(after, "cycles"));
        Assert.Equal([new FigureDifference("Dev (Mid)", "Most", "0", "1"), new FigureDifference("Dev (Mid)", "Dev (Mid)", "1", "0")], Since(later, "flow"));
        Assert.DoesNotContain(none.Differences!, table => table.Code == "flow");
        Assert.Equal("source=external&cycle=2023&before=none&subject=OVERALL", none.Kept.Choices);
    }

    [Fact]
    public async Task A_cycle_in_between_does_not_become_the_one_that_moves_start_from()
    {
        var funder = await Funder("between", "network_code,2021,2024\nA,Least,Dev (Mid)\nB,Dev (Mid),Dev (Mid)\n");
        var id = await Kept.Keep(funder, "between", "", "Moves", Ct);

        await app.Import("network_code,2023\nA,Most\nB,Most\n", "between", RatingSource.External);

        var view = (await Kept.Read(funder, "between", id, Ct))!;
        Assert.DoesNotContain(view.Differences!, table => table.Code == "flow");
        Assert.Equal(2021, (await app.Get<NetworkHealth.Features.Dashboards.Dashboards>().Read(funder, "between", $"?{view.Kept.Choices}", Ct))!.Before!.Year);
    }

    [Fact]
    public async Task What_is_not_shared_is_told_apart_from_what_is_not_rated()
    {
        var funder = await Funder("shared", "network_code,subject,2023,2024\nA,OVERALL,Least,Most\nA,HL,Least,Most\nB,OVERALL,Least,Most\nC,OVERALL,,Most\nC,HL,,Most\n", RatingSource.Self);
        await Share("shared", Sharing.Levels, "A", "B");
        var id = await Kept.Keep(funder, "shared", "", "Board", Ct);

        await Share("shared", Sharing.Trajectory, "A");
        await Share("shared", Sharing.Levels, "C");
        await app.Import("network_code,year,subject,level,not_rated_reason\nB,2024,OVERALL,,not_enough_evidence\n", "shared");
        var view = (await Kept.Read(funder, "shared", id, Ct))!;

        Assert.Contains(new FigureDifference("A", "2024", "Most", "not shared"), Since(view, "trajectories"));
        Assert.Contains(new FigureDifference("A", "Hub leadership", "Most", "not shared"), Since(view, "domains"));
        Assert.Contains(new FigureDifference("A", "Network culture", "not rated", "not shared"), Since(view, "domains"));
        Assert.Contains(new FigureDifference("B", "2024", "Most", "not rated"), Since(view, "trajectories"));
        Assert.Contains(new FigureDifference("C", "2023", "not shared", "not rated"), Since(view, "trajectories"));
        Assert.Contains(new FigureDifference("C", "2024", "not shared", "Most"), Since(view, "trajectories"));
        Assert.Contains(new FigureDifference("C", "Network culture", "not shared", "not rated"), Since(view, "domains"));
    }

    [Fact]
    public async Task One_person_keeps_a_hundred_of_a_cohort_and_no_more()
    {
        var (funder, other) = (await Funder("full"), await Funder("full"));
        var first = await Kept.Keep(funder, "full", "", "The first", Ct);
        await using (var db = await app.Db())
        {
            var cohort = await db.Cohorts.SingleAsync(one => one.Slug == "full", Ct);
            db.KeptFigures.AddRange(Enumerable.Range(2, 99).Select(i => new KeptFigures(cohort.Id, funder.PersonId!.Value, $"{i}", "", DateTimeOffset.UnixEpoch, null, "[]", "", Display.Names)));
            await db.SaveChangesAsync(Ct);
        }

        Assert.Equal(
            "You keep 100 sets of figures of this cohort, which is as many as there is room for. Throw one of them away, then keep this one.",
            await Somebody.Refused(() => Kept.Keep(funder, "full", "", "One too many", Ct)));
        Assert.Equal(100, (await Kept.List(funder, "full", Ct))!.Count);
        await Kept.Keep(other, "full", "", "Another’s", Ct);
        await Kept.Remove(funder, "full", first, Ct);

        // Of two at once, one finds the room that is left, also where both came while somebody else was writing.
        Task<Exception?[]> both;
        await using (var db = await app.Db())
        {
            await using var writing = await db.BeginChange(Actor.Operator, TimeProvider.System, Ct);
            both = Task.WhenAll(Enumerable.Range(0, 2).Select(i => Record.ExceptionAsync(() => Kept.Keep(funder, "full", "", $"At once {i}", Ct)).AsTask()));
            await Task.Delay(TimeSpan.FromSeconds(1), Ct);
        }

        Assert.IsType<DomainRuleException>(Assert.Single(await both, refused => refused is not null));
        Assert.Equal(100, (await Kept.List(funder, "full", Ct))!.Count);
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

    private static IReadOnlyList<FigureDifference> Since(KeptView view, string table) => view.Differences!.Single(one => one.Code == table).Changes;

    private async Task Share(string slug, Sharing sharing, params string[] codes)
    {
        await using var db = await app.Db();
        foreach (var network in await db.Networks.Where(one => codes.Contains(one.Code) && db.Cohorts.Any(cohort => cohort.Id == one.CohortId && cohort.Slug == slug)).ToListAsync(Ct))
            network.Share(sharing, isKeptFromResearch: false);
        await db.SaveChangesAsync(Ct);
    }

    private async Task<Actor> Funder(string slug, string ratings = "network_code,2023,2024\nA,Least,Dev (Mid)\nB,Dev (Mid),Dev (Mid)\n", RatingSource source = RatingSource.External)
    {
        Assert.False((await app.Import(ratings, slug, source)).IsRefused);
        await using var db = await app.Db();
        var cohort = await db.Cohorts.SingleAsync(one => one.Slug == slug, Ct);
        cohort.Show(Display.Names, false);
        await db.SaveChangesAsync(Ct);
        var person = await Somebody.Account(app, $"{Guid.NewGuid():N}@demo.example", Role.Funder, cohort.Id);
        return Somebody.With(Role.Funder, cohort.Id, id: person);
    }
}
