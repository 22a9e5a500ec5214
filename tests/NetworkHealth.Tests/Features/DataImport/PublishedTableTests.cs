using NetworkHealth.Domain;
using NetworkHealth.Features.ResearchExport;

namespace NetworkHealth.Tests.Features.DataImport;

/// <summary>The eleven published networks, in and out again.</summary>
public sealed class PublishedTableTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string Csv = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Files", "published-trajectories.csv"));

    [Fact]
    public async Task The_rule_gives_every_published_row_its_published_label()
    {
        var first = await app.Import(Csv, "published", RatingSource.External);
        var second = await app.Import(Csv, "published", RatingSource.External);
        string trajectories = (await app.Export(ExportFile.Trajectories, "published"))!;

        Assert.Equal("11 rows: 35 ratings created, 0 revised, 0 unchanged", first.ToString());
        Assert.Empty(first.Warnings);
        Assert.Equal("11 rows: 0 ratings created, 0 revised, 35 unchanged", second.ToString());
        Assert.Equal(Published(), Labels(trajectories));
    }

    private static SortedDictionary<string, string> Published() =>
        new(Csv.TrimEnd().Split('\n').Skip(1).Select(row => row.TrimEnd().Split(',')).ToDictionary(row => row[0], row => row[^1]), StringComparer.Ordinal);

    private static SortedDictionary<string, string> Labels(string trajectories)
    {
        string[][] rows = [.. trajectories.TrimEnd().Split("\r\n").Select(row => row.Split(','))];
        int code = Array.IndexOf(rows[0], "network_code"), label = Array.IndexOf(rows[0], "label");
        return new(rows.Skip(1).ToDictionary(row => row[code], row => row[label]), StringComparer.Ordinal);
    }
}
