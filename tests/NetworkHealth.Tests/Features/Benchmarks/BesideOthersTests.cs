using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;
using NetworkHealth.Features.Benchmarks;
using NetworkHealth.Features.Cohorts;

namespace NetworkHealth.Tests.Features.Benchmarks;

/// <summary>With whom a network is compared: at least five others, judged alike, in a closed cycle, as it was closed.</summary>
public sealed class BesideOthersTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Five = "A3 B0 C1 D2 E3 F4";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Four_others_make_a_sentence_and_five_make_figures_without_the_network_itself()
    {
        await Rate("four", "A3 B0 C1 D2 E3");
        await Rate("five", Five);

        Assert.Equal("Fewer than five other networks were rated by the hubs themselves in this cycle. Fewer would tell too much of each.", (await Read("four"))!.WhyNot);
        Assert.All((await Read("four"))!.Subjects, subject => Assert.Null(subject.Benchmark.Others));
        var five = (await Read("five"))!;
        Assert.Null(five.WhyNot);
        Assert.Equal("3: 1 2 3 of 5", Shown(five));
        Assert.Equal((2025, "2024.1", RatingSource.Self), (five.Cycle!.Year, five.FrameworkVersion, five.Source));
        Assert.Equal(7, five.Subjects.Count(subject => subject.Benchmark.Others is not null));
    }

    [Fact]
    public async Task Only_ratings_of_the_same_source_cycle_framework_and_cohort_count()
    {
        await Rate("alike", "A3 B0 C1 D2 E3");
        await Rate("alike", "A2 F0 G0 H0 I0 J0", year: 2024);
        await Rate("alike", "F4 G4 H4 I4 J4", source: RatingSource.External);
        await Rate("unlike", "K4 L4 M4 N4 O4");

        Assert.Equal("Fewer than five other networks were rated by the hubs themselves in this cycle. Fewer would tell too much of each.", (await Read("alike"))!.WhyNot);
        Assert.Equal("2: 0 0 0 of 5", Shown((await Read("alike", cycle: "2024"))!));
        Assert.Equal("This network was not rated by an external team in any closed cycle. It can be compared once a cycle is closed in which it was.", (await Read("alike", source: "external"))!.WhyNot);

        await OpenThenClosed("version", async () =>
        {
            await Rate("version", "A3 B0 C1 D2 E3");
            await Rate("version", "F4 G4", framework: "2023-pilot");
            await Rate("version", "H4 I4 J4", framework: "");
        });
        Assert.Equal("Fewer than five other networks were rated under framework 2024.1, as this one was. Levels under different versions are not set side by side.", (await Read("version"))!.WhyNot);
        await OpenThenClosed("unstated", async () =>
        {
            await Rate("unstated", Five, framework: "");
            await Rate("unstated", "G4 H4 I4 J4 K4 L4");
        });
        Assert.Equal("3: 1 2 3 of 5", Shown((await Read("unstated"))!));
    }

    [Fact]
    public async Task A_subject_in_which_too_few_have_a_level_is_left_out_by_itself()
    {
        await OpenThenClosed("subject", async () =>
        {
            await Rate("subject", Five);
            Assert.Empty((await app.Import("network_code,year,subject,level,not_rated_reason\nB,2025,HL,,not_enough_evidence\nA,2025,CI,,not_applicable\n", "subject")).Problems);
        });

        var view = (await Read("subject"))!;

        Assert.Null(view.WhyNot);
        Assert.Equal([Subject.HubLeadership], view.Subjects.Where(subject => subject.Benchmark.Others is null).Select(subject => subject.Subject));
        Assert.Equal(("not rated: not applicable", null), (view.Subjects[(int)Subject.ContinuousImprovement].OwnWords, view.Subjects[(int)Subject.ContinuousImprovement].Benchmark.Side));
    }

    [Fact]
    public async Task An_open_cycle_waits_and_what_comes_after_its_closing_waits_for_the_next_and_for_five_changes()
    {
        var cycles = app.Get<Cycles>();
        await Rate("late", "A1", year: 2020);
        await cycles.Open(Actor.Operator, "late", 2025, ct: Ct);
        await Rate("late", Five);

        var open = (await Read("late", cycle: "2025"))!;
        Assert.Equal(["2025 is still open. It can be compared once it is closed. The newest cycle that can be compared stands here instead."], open.Ignored);
        Assert.Equal(2020, open.Cycle!.Year);

        await cycles.Close(Actor.Operator, "late", 2025, ct: Ct);
        Assert.Equal("3: 1 2 3 of 5", Shown((await Read("late"))!));
        await Rate("late", "A0 B4 C4 D4 E4 G4");
        Assert.Equal(("3: 1 2 3 of 5", true), (Shown((await Read("late"))!), (await Read("late"))!.IsRevisedSince));

        await cycles.Open(Actor.Operator, "late", 2025, ct: Ct);
        await Rate("late", "B0 C1 D2"); // as they were: only E has changed, and G has come
        await cycles.Close(Actor.Operator, "late", 2025, ct: Ct);
        Assert.Equal(("0: 1 2 3 of 5", false), (Shown((await Read("late"))!), (await Read("late"))!.IsRevisedSince));

        await cycles.Open(Actor.Operator, "late", 2025, ct: Ct);
        await Rate("late", "B4 C4 D4");
        await cycles.Close(Actor.Operator, "late", 2025, ct: Ct);
        Assert.Equal("0: 4 4 4 of 6", Shown((await Read("late"))!));
    }

    [Fact]
    public async Task Whoever_belongs_to_two_networks_finds_neither_among_the_others()
    {
        await Rate("both", Five);
        var one = await OwnLabelled.Somebody(app, "both", "A", Role.HubMember);
        var both = new Actor(one.PersonId, [.. one.Grants, .. (await OwnLabelled.Somebody(app, "both", "B", Role.HubLeader)).Grants]);

        Assert.Null((await Read("both", by: one))!.WhyNot);
        Assert.NotNull((await Read("both", by: both))!.WhyNot);
        await OpenThenClosed("both", () => Rate("both", "G4"));
        Assert.Equal("3: 2 3 4 of 5", Shown((await Read("both", by: both))!));
    }

    [Fact]
    public async Task The_hub_administrators_and_evaluators_read_it_and_nobody_else()
    {
        await Rate("rights", Five);
        await Rate("rights", Five, source: RatingSource.External);
        await using (var db = await app.Db())
        {
            await db.Cohorts.Where(cohort => cohort.Slug == "rights").ExecuteUpdateAsync(set => set.SetProperty(cohort => cohort.Display, Display.Names), Ct);
            await db.Networks.Where(network => db.Cohorts.Any(cohort => cohort.Id == network.CohortId && cohort.Slug == "rights"))
                .ExecuteUpdateAsync(set => set.SetProperty(network => network.Sharing, Sharing.LevelsAndEvidence), Ct);
        }

        foreach (var role in (Role[])[Role.HubLeader, Role.HubMember])
        {
            var view = (await Read("rights", by: await OwnLabelled.Somebody(app, "rights", "A", role)))!;
            Assert.Equal((RatingSource.Self, 2, null), (view.Source, view.Sources.Count, view.WhyNot));
        }

        var evaluator = await OwnLabelled.Somebody(app, "rights", "A", Role.Evaluator);
        Assert.Equal((RatingSource.External, 1), ((await Read("rights", by: evaluator))!.Source, (await Read("rights", by: evaluator))!.Sources.Count));
        Assert.Null(await Read("rights", source: "self", by: evaluator));
        foreach (var role in (Role[])[Role.Funder, Role.Researcher])
            Assert.Null(await Read("rights", by: await OwnLabelled.Somebody(app, "rights", "A", role)));
        Assert.Null(await Read("rights", by: await OwnLabelled.Somebody(app, "rights", "B", Role.HubLeader)));
        Assert.Null(await Read("rights", by: Actor.Stranger));
        Assert.Null(await Read("nowhere"));
    }

    [Fact]
    public async Task What_the_address_asks_for_and_does_not_exist_is_said_and_ignored()
    {
        await Rate("asked", Five);
        await Rate("asked", "B3", year: 2024);
        await app.Get<Cycles>().Open(Actor.Operator, "asked", 2027, ct: Ct);

        var view = (await Read("asked", source: "nobody", cycle: "soon"))!;
        Assert.Equal((2, 2025, null), (view.Ignored.Count, view.Cycle!.Year, view.WhyNot));
        Assert.Equal("The address asks for raters that do not exist. It is read as if it did not name any.", view.Ignored[0]);
        Assert.Equal("The address asks for a cycle that this cohort does not have. The newest cycle that can be compared stands here instead.", view.Ignored[1]);
        Assert.StartsWith("This network was not rated by the hub itself when 2024 was closed.", Assert.Single((await Read("asked", cycle: "2024"))!.Ignored), StringComparison.Ordinal);
        Assert.StartsWith("2027 is still open.", Assert.Single((await Read("asked", cycle: "2027"))!.Ignored), StringComparison.Ordinal);
        Assert.Empty((await Read("asked", cycle: "2025"))!.Ignored);
    }

    [Fact]
    public async Task A_cycle_that_an_import_brought_closed_does_not_move_with_the_next_import()
    {
        await Rate("brought", Five);
        string before = Shown((await Read("brought"))!);

        await Rate("brought", "B4 C4");
        await Rate("brought", "G4");

        Assert.Equal(before, Shown((await Read("brought"))!));
    }

    // The cycle is opened before and closed afterwards, so that all of it counts at once.
    private async Task OpenThenClosed(string cohort, Func<Task> rate)
    {
        await Rate(cohort, "A1", year: 2020);
        await app.Get<Cycles>().Open(Actor.Operator, cohort, 2025, ct: Ct);
        await rate();
        await app.Get<Cycles>().Close(Actor.Operator, cohort, 2025, ct: Ct);
    }

    private Task<BesideView?> Read(string cohort, string? source = null, string? cycle = null, Actor? by = null) =>
        app.Get<BesideOthers>().Read(by ?? Actor.Operator, cohort, "A", source, cycle, Ct);

    private async Task Rate(string cohort, string levels, int year = 2025, RatingSource source = RatingSource.Self, string framework = "2024.1")
    {
        var rows = from network in levels.Split(' ')
                   from subject in SubjectWords.All
                   select $"{network[..^1]},{year},{subject.Code()},{network[^1]},{framework}\n";
        Assert.Empty((await app.Import("network_code,year,subject,level,framework_version\n" + string.Concat(rows), cohort, source)).Problems);
    }

    private static string Shown(BesideView view)
    {
        var of = view.Subjects[0].Benchmark;
        return $"{(int)of.Own!.Value}: {(int)of.Others!.From} {(int)of.Others.Median} {(int)of.Others.To} of {of.Count}";
    }
}
