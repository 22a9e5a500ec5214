using NetworkHealth.Domain;

namespace NetworkHealth.Features.DataImport;

/// <summary>A file of networks: a row for each, with its name and profile.</summary>
internal sealed class NetworksFile : ImportedFile
{
    private readonly Dictionary<string, Said> networks = new(StringComparer.Ordinal);

    protected override IReadOnlyList<string> Needed => ["network_code"];

    protected override IReadOnlyList<string> Exported => FileColumns.Networks(identified: true);

    public override Task Merge(FileMerge merge, CancellationToken ct)
    {
        foreach (var (code, said) in networks.OrderBy(pair => pair.Value.Line))
        {
            var network = merge.Network(code);
            var before = (network.Name, network.Profile);
            string column = "network_name";
            try
            {
                network.Rename(said.Name ?? network.Name);
                column = said.Profile.GrantEndYear is not null ? "grant_end_year" : said.Profile.GrantStartYear is not null ? "grant_start_year" : "network_code";
                network.Describe(ProfileReader.Onto(network.Profile, said.Profile));
            }
            catch (DomainRuleException broken)
            {
                merge.Problem(said.Line, column, broken.Message); // each cell alone was checked as it was read
                continue;
            }

            merge.Count(merge.Networks.Added.Contains(network), before != (network.Name, network.Profile), () => merge.Change.Keep(network));
        }

        return Task.CompletedTask;
    }

    protected override Action<FileRow> Reader(FileHeader header)
    {
        var codes = new ColumnReader<string?>(header, "network_code", Cell.NetworkCode);
        var names = new ColumnReader<string?>(header, "network_name", Cell.NetworkName);
        var profiles = new ProfileReader(header);
        return row =>
        {
            var (code, said) = (codes.Of(row), new Said(row.Line, names.Of(row), profiles.Of(row)));
            if (code is null)
                return;
            if (!networks.TryAdd(code, said))
                row.Problem("network_code", $"The same network stands already on line {networks[code].Line}.");
            Codes.Add(code);
        };
    }

    private sealed record Said(int Line, string? Name, NetworkProfile Profile);
}
