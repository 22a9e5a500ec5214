using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NetworkHealth.Domain;
using NetworkHealth.Features.DataImport;

namespace NetworkHealth.BrowserTests;

/// <summary>A cohort of two thousand networks, each rated in two years; a quarter of them work on another problem.</summary>
internal static class LargeCohort
{
    public const string Slug = "large";
    public const int Size = 2000;

    private static readonly string[] Focuses = ["instructional", "post_secondary_match", "early_warning", "other"];

    public static async Task Create(LiveApp live)
    {
        var networks = new StringBuilder("network_code,network_name,problem_focus\n");
        var ratings = new StringBuilder("network_code,year,subject,level\n");
        for (int i = 0; i < Size; i++)
        {
            networks.Append(CultureInfo.InvariantCulture, $"L{i:0000},Network number {i},{Focuses[i % 4]}\n");
            for (int year = 2023; year <= 2024; year++)
            {
                foreach (var subject in SubjectWords.All)
                    ratings.Append(CultureInfo.InvariantCulture, $"L{i:0000},{year},{subject.Code()},{(i + ((int)subject * (i % 3)) + ((year - 2023) * (1 + (i % 2)))) % 5}\n");
            }
        }

        await Import(live, ImportKind.Networks, networks);
        await Import(live, ImportKind.Ratings, ratings);
    }

    private static async Task Import(LiveApp live, ImportKind kind, StringBuilder csv)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(csv.ToString()));
        Assert.Empty((await live.Services.GetRequiredService<Imports>().Run(Actor.Operator, new ImportOrder(Slug, "large.csv", "Two thousand networks", Kind: kind), file)).Problems);
    }
}
