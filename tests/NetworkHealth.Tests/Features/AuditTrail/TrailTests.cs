using System.IO.Pipelines;
using System.Text;
using NetworkHealth.Domain;
using NetworkHealth.Features.Accounts;
using NetworkHealth.Features.Administration;
using NetworkHealth.Features.AuditTrail;
using NetworkHealth.Features.Cohorts;
using NetworkHealth.Features.Profiles;
using NetworkHealth.Tests.Features.AnnualRating;

namespace NetworkHealth.Tests.Features.AuditTrail;

/// <summary>What administrators read of the trail: filters, names of today, before and after, and the list as a file.</summary>
public sealed class TrailTests(RatingApp app) : IClassFixture<RatingApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Trail Trail => app.Get<Trail>();

    [Fact]
    public async Task A_change_is_told_in_words_with_the_names_of_today_and_only_what_differs()
    {
        var id = await Somebody.Account(app, "words@example.org", Role.Administrator);
        var by = Somebody.With(Role.Administrator, id: id);
        await app.Get<ManagedCohorts>().Create(by, "words", "Words", null, Ct);
        await app.Get<ManagedNetworks>().Create(by, "words", "A", "Alpha", Ct);
        await app.Get<ManagedNetworks>().Describe(by, "words", "A", (await app.Get<ManagedNetworks>().Read(by, "words", "A", Ct))!.Edition, "Beta", new NetworkProfile { Aim = "Read." }, Ct);
        await app.Get<Cycles>().Open(by, "words", 2026, "2025–26", ct: Ct);
        await app.Get<PersonEdits>().Rename(by, id, await Somebody.EditionOf(app, id), "Wanda Words", Ct);

        var entries = (await Trail.Read(by, new TrailFilter(Person: "wanda"), null, Ct)).Entries;

        Assert.Equal(["changed a person’s name", "opened a cycle", "described a network", "made a network", "made a cohort"], entries.Select(entry => entry.Change.Action.Words()));
        Assert.All(entries, entry => Assert.Equal("Wanda Words", entry.Who));
        Assert.Equal(["", "Words · 2026", "Beta · Words", "Beta · Words", "Words"], entries.Select(entry => entry.What));
        Assert.Equal([new FieldChange("Cycles", "–", "2026 “2025–26” open")], entries[1].Differences);
        Assert.Equal([new FieldChange("Name", "Alpha", "Beta"), new FieldChange("Aim", "–", "Read.")], entries[2].Differences);
        Assert.Empty(entries[0].Differences);
    }

    [Fact]
    public async Task Filters_find_by_person_network_action_and_time()
    {
        var hub = await app.Hub("filters");
        var begun = DateTimeOffset.UtcNow;
        await hub.Rate();
        var other = await app.HubOf("filters", "OAK");
        await other.Open(other.Leader);
        var member = await Somebody.Account(app, "filtered@example.org");
        await app.Get<PersonRoles>().Give(Actor.Operator, member, await Somebody.EditionOf(app, member), Role.HubMember, new RoleScope("filters", "RIV"), Ct);
        await app.Import("network_code,2020\nOAK,2\n", "filters-else");

        Assert.Equal([ChangeAction.RoleGiven, ChangeAction.RatingSubmitted, ChangeAction.RatingOpened], await Actions(new TrailFilter(Network: "filters/RIV")));
        Assert.Equal([ChangeAction.RatingOpened], await Actions(new TrailFilter(Network: "filters/OAK")));
        Assert.Equal([ChangeAction.RatingSubmitted, ChangeAction.RatingOpened], await Actions(new TrailFilter(Person: hub.Leader.PersonId.ToString())));
        Assert.Equal([ChangeAction.RoleGiven], await Actions(new TrailFilter(Person: "filtered@")));
        Assert.Equal([ChangeAction.RatingSubmitted], await Actions(new TrailFilter(Network: "filters/RIV", Action: "RatingSubmitted")));
        string from = begun.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
        Assert.DoesNotContain(ChangeAction.RatingOpened, await Actions(new TrailFilter(Network: "filters/RIV", To: "2020-01-01")));
        Assert.Equal(3, (await Actions(new TrailFilter(Network: "filters/RIV", From: from, To: "2099-12-31"))).Count);
        Assert.Empty(await Actions(new TrailFilter(From: "2099-12-30T10:00")));
        Assert.All((await Trail.Read(Actor.Operator, new TrailFilter(Person: TrailFilter.Operator), null, Ct)).Entries, entry => Assert.Equal("the operator", entry.Who));
    }

    [Theory]
    [InlineData("person", "Nobody has “nobody-at-all” in their name or address.")]
    [InlineData("network", "“nowhere” is not a network. Write it as COHORT/CODE, such as demo/RIV.")]
    [InlineData("gone", "There is no network no/where.")]
    [InlineData("action", "There is no such action. Choose one of the list.")]
    [InlineData("from", "“yesterday” is not a time. Write it as 2026-03-31 or 2026-03-31T12:00, in UTC.")]
    public async Task A_filter_that_cannot_be_read_is_told(string which, string sentence)
    {
        var filter = which switch
        {
            "person" => new TrailFilter(Person: "nobody-at-all"),
            "network" => new TrailFilter(Network: "nowhere"),
            "gone" => new TrailFilter(Network: "no/where"),
            "action" => new TrailFilter(Action: "Burned"),
            _ => new TrailFilter(From: "yesterday"),
        };

        Assert.Equal(sentence, await Somebody.Refused(() => Trail.Read(Actor.Operator, filter, null, Ct)));
    }

    [Fact]
    public async Task Pages_go_by_number_and_take_the_same_statements_however_long_the_trail()
    {
        await app.Get<ManagedCohorts>().Create(Actor.Operator, "pages", "Pages", null, Ct);
        await Read(new TrailFilter());
        int few = (await app.Sql.During(() => Read(new TrailFilter()))).Count;
        for (int i = 0; i < Trail.PageSize + 10; i++)
            await app.Get<Cycles>().Relabel(Actor.Operator, "pages", (await Year()), $"label {i}", ct: Ct);
        int many = (await app.Sql.During(() => Read(new TrailFilter()))).Count;

        var filter = new TrailFilter(Action: "CohortDescribed");
        var newest = await Trail.Read(Actor.Operator, filter, null, Ct);
        var older = await Trail.Read(Actor.Operator, filter, newest.Older, Ct);
        Assert.Equal(few, many);
        Assert.Equal((Trail.PageSize, true, false, null), (newest.Entries.Count, newest.IsNewest, older.IsNewest, older.Older));
        Assert.Equal(10, older.Entries.Count);
        var numbers = newest.Entries.Concat(older.Entries).Select(entry => entry.Change.Number).ToList();
        Assert.Equal(numbers.OrderDescending(), numbers);
        Assert.Equal([new FieldChange("Cycles", "2026 “label 58” open", "2026 “label 59” open")], newest.Entries[0].Differences);

        Task<TrailPage> Read(TrailFilter all) => Trail.Read(Actor.Operator, all, null, Ct);

        async Task<int> Year()
        {
            await app.Get<Cycles>().Open(Actor.Operator, "pages", 2026, ct: Ct);
            return 2026;
        }
    }

    [Fact]
    public async Task A_change_of_several_things_shows_them_all_in_order_with_as_many_statements_as_one()
    {
        var hub = await app.Hub("parts");
        await app.Get<ContextWrites>().Say(hub.Leader, "parts", "RIV", RatingApp.Year, [Said("agency", "no"), Said("burnout", "yes", "A note."), Said("data_access", "none")], Ct);
        await app.Get<TeamWrites>().Add(hub.Leader, "parts", "RIV", "Oak", Ct);
        await app.Get<TeamWrites>().Add(hub.Leader, "parts", "RIV", "Elm", Ct);
        var teams = (await app.Get<Teams>().Read(hub.Leader, "parts", "RIV", ct: Ct))!.All;
        await app.Get<TeamYearWrites>().Observe(hub.Leader, "parts", "RIV", RatingApp.Year, [.. teams.Reverse().Select(team => new TeamObserved(team.Id, new Traction(Degree.Yes, null, null, null), 0))], Ct);

        var entries = (await Trail.Read(Actor.Operator, new TrailFilter(Network: "parts/RIV"), null, Ct)).Entries;

        Assert.Equal(["observed a team’s traction", "added a team", "added a team", "told a year’s context"], entries.Select(entry => entry.Change.Action.Words()));
        Assert.Equal(["RIV, 2026 · parts", "T2 Elm, RIV · parts", "T1 Oak, RIV · parts", "RIV, 2026 · parts"], entries.Select(entry => entry.What));
        Assert.Equal([new("T1 Oak: ownership", "–", "yes"), new("T2 Elm: ownership", "–", "yes")], entries[0].Differences);
        Assert.Equal([new("Code", "–", "T2"), new("Name", "–", "Elm")], entries[1].Differences);
        Assert.Equal(
            [new("People were worn out", "–", "yes"), new("People were worn out, note", "–", "A note."), new("Teams got the data they needed", "–", "not at all"), new("Balanced structure with members’ own choices", "–", "no")],
            entries[3].Differences);
        int all = (await app.Sql.During(() => Trail.Read(Actor.Operator, new TrailFilter(), null, Ct))).Count;
        Assert.Equal(all, (await app.Sql.During(() => Trail.Read(Actor.Operator, new TrailFilter(Action: nameof(ChangeAction.CohortCreated)), null, Ct))).Count);

        static ContextSaid Said(string item, string value, string note = "") => new(ContextItem.Parse(item)!, value, note, 0);
    }

    [Fact]
    public async Task The_list_as_a_file_holds_the_filtered_and_runs_nothing_in_a_spreadsheet()
    {
        var id = await Somebody.Account(app, "file@example.org", Role.Administrator);
        var by = Somebody.With(Role.Administrator, id: id);
        await app.Get<PersonEdits>().Rename(by, id, await Somebody.EditionOf(app, id), "=HYPERLINK(\"x\")", Ct);

        string csv = await Csv(by, new TrailFilter(Person: id.ToString()));

        string[] rows = csv.TrimEnd().Split("\r\n");
        Assert.Equal("number,at,actor_id,actor,action,concerns,touched,changed,details,hash", rows[0]);
        Assert.Equal(3, rows.Length);
        Assert.Contains(",Exported,audit.csv,file:audit.csv,,", rows[1], StringComparison.Ordinal);
        Assert.Contains($",{id},\"'=HYPERLINK(\"\"x\"\")\",PersonRenamed,,person:{id},,{{}},", rows[2], StringComparison.Ordinal);
        Assert.Null((await app.Get<AuditChain>().Verify(Ct)).Problem);
    }

    [Fact]
    public async Task Nobody_but_an_administrator_reads_it()
    {
        foreach (var by in Somebody.WhoDoesNotAdminister)
        {
            Assert.Equal("Only an administrator can do this.", await Somebody.Refused(() => Trail.Read(by, new TrailFilter(), null, Ct)));
            Assert.Equal("Only an administrator can do this.", await Somebody.Refused(() => Csv(by, new TrailFilter())));
        }
    }

    [Fact]
    public void Every_action_has_words_of_its_own()
    {
        Assert.Equal(Enum.GetValues<ChangeAction>().Length, ActionWords.All.Select(action => action.Words()).Distinct().Count());
        Assert.All(ActionWords.All, action => Assert.NotEqual(action.ToString(), action.Words()));
    }

    private async Task<IReadOnlyList<ChangeAction>> Actions(TrailFilter filter) =>
        [.. (await Trail.Read(Actor.Operator, filter, null, Ct)).Entries.Select(entry => entry.Change.Action)];

    private async Task<string> Csv(Actor by, TrailFilter filter)
    {
        var bytes = new MemoryStream();
        var pipe = PipeWriter.Create(bytes, new StreamPipeWriterOptions(leaveOpen: true));
        await Trail.Write(by, filter, () => pipe, Ct);
        await pipe.CompleteAsync();
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
