using System.Text;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;
using NetworkHealth.Features.Cohorts;
using NetworkHealth.Features.Dashboards;
using NetworkHealth.Features.DataImport;

namespace NetworkHealth.Tests.Features.Cohorts;

/// <summary>A cohort that shows its funder counts only.</summary>
internal sealed class CountedCohort(TestApp app, string slug)
{
    private static readonly string[] Focuses = ["instructional", "post_secondary_match", "early_warning", "other", ""];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Makes the networks known, with their problem focus, and counts by it.</summary>
    public async Task Has(IEnumerable<(string Code, int Focus)> networks, ProfileField? groupedBy = ProfileField.ProblemFocus)
    {
        string csv = "network_code,problem_focus\n" + string.Concat(networks.Select(network => $"{network.Code},{Focuses[network.Focus]}\n"));
        Assert.Empty((await app.Import(ImportKind.Networks, csv, slug)).Problems);
        await app.Get<ManagedCohorts>().Show(Actor.Operator, slug, await Edition(), Display.Aggregates, groupedBy, false, Ct);
    }

    /// <summary>Rates networks in one year: a code and seven digits, of which a dash is no level.</summary>
    public async Task Rates(int year, IEnumerable<(string Code, string Levels)> ratings, RatingSource source = RatingSource.Self)
    {
        var csv = new StringBuilder("network_code,year,subject,level,not_rated_reason,framework_version\n");
        foreach (var (code, levels) in ratings)
        {
            foreach (var subject in SubjectWords.All)
                csv.Append(code).Append(',').Append(year).Append(',').Append(subject.Code()).Append(levels[(int)subject] == '-' ? ",,not_asked" : $",{levels[(int)subject]},").Append(",2024.1\n");
        }

        Assert.Empty((await app.Import(csv.ToString(), slug, source)).Problems);
    }

    /// <summary>Opens a closed cycle and closes it.</summary>
    public async Task ClosesAgain(int year)
    {
        await app.Get<Cycles>().Open(Actor.Operator, slug, year, ct: Ct);
        await app.Get<Cycles>().Close(Actor.Operator, slug, year, ct: Ct);
    }

    public async Task<Actor> Funder() => Somebody.With(Role.Funder, await Id());

    /// <summary>What the funder reads.</summary>
    public async Task<StoredFiguresView> Read() => (await app.Get<StoredTables>().Read(await Funder(), slug, Ct))!;

    /// <summary>The table of one subject that the funder reads.</summary>
    public async Task<CountTable> Table(int year, Subject subject = Subject.Overall, RatingSource source = RatingSource.Self) =>
        (await Read()).Cycles.Single(cycle => cycle.Year == year).Sources.Single(of => of.Source == source).Tables.Single(of => of.Table.Subject == subject).Table.Figures;

    public async Task<Guid> Id()
    {
        await using var db = await app.Db();
        return (await db.Cohorts.SingleAsync(cohort => cohort.Slug == slug, Ct)).Id;
    }

    public async Task<long> Edition() => (await app.Get<ManagedCohorts>().Read(Actor.Operator, slug, Ct))!.Edition;

    /// <summary>Codes N0, N1, … with the same digit for all subjects.</summary>
    public static IEnumerable<(string Code, string Levels)> Networks(string levels, int from = 0) => levels.Select((level, i) => ($"N{from + i}", new string(level, 7)));
}
