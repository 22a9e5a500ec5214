using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NetworkHealth.Domain;
using NetworkHealth.Features.Cohorts;
using NetworkHealth.Features.DataImport;

namespace NetworkHealth.BrowserTests;

/// <summary>A cohort that shows its funder counts only, large enough that some are shown and some are hidden.</summary>
internal static class CountedNetworks
{
    public const string Cohort = "lakeshore";

    // Of three groups of thirty: a digit for each network, a dash for no level. One subject has everyone at one level, and one all levels in each group.
    private const string Usual = "444444444444444444443333332211" + "222222222222222222223331114400" + "333333333333333333332222111000", Thirty = "4444433333222221111100000-----";

    private static readonly string[] Focuses = [.. from focus in (string[])["instructional", "post_secondary_match", "early_warning"] from _ in Thirty select focus];

    /// <summary>Makes it, where it is not there yet, and gives it to a funder to read.</summary>
    public static async Task<string> Create(LiveApp live, string funder)
    {
        var desk = new RatingDesk(live.Connection);
        await using var db = desk.CreateDbContext();
        if (await db.Cohorts.AnyAsync(cohort => cohort.Slug == Cohort))
            return Cohort;

        await Import(live, ImportKind.Networks, "network_code,problem_focus\n" + string.Concat(Focuses.Select((focus, i) => $"N{i},{focus}\n")));
        var cohorts = live.Services.GetRequiredService<ManagedCohorts>();
        await cohorts.Show(Actor.Operator, Cohort, (await cohorts.Read(Actor.Operator, Cohort))!.Edition, Display.Aggregates, ProfileField.ProblemFocus, isNamedForResearch: false);
        await Import(live, ImportKind.Ratings, Ratings());

        await using var change = await db.BeginChange(Actor.Operator, TimeProvider.System);
        var (id, person) = ((await db.Cohorts.SingleAsync(cohort => cohort.Slug == Cohort)).Id, await live.IdOf(funder));
        db.Grants.Add(new Grant(person, Role.Funder, id));
        await change.Commit(ChangeAction.RoleGiven, id, $"person:{person}");
        return Cohort;
    }

    private static string Ratings()
    {
        var csv = new StringBuilder("network_code,year,subject,level,not_rated_reason,framework_version\n");
        for (int year = 2024; year <= 2025; year++)
        {
            foreach (var subject in SubjectWords.All)
            {
                for (int i = 0; i < Focuses.Length; i++)
                {
                    char level = subject switch { Subject.NetworkConnections => '2', Subject.NetworkCulture => Thirty[i % Thirty.Length], _ => Usual[i] };
                    csv.Append(CultureInfo.InvariantCulture, $"N{i},{year},{subject.Code()},{(level == '-' ? ",not_asked" : $"{level},")},2024.1\n");
                }
            }
        }

        return csv.ToString();
    }

    private static async Task Import(LiveApp live, ImportKind kind, string csv)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        Assert.Empty((await live.Services.GetRequiredService<Imports>().Run(Actor.Operator, new ImportOrder(Cohort, "lakeshore.csv", "Lakeshore cohort (invented)", Kind: kind), file)).Problems);
    }
}
