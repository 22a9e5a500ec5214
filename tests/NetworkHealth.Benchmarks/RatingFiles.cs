using NetworkHealth.Domain;

namespace NetworkHealth.Benchmarks;

/// <summary>Files of made-up ratings in the long shape with all its columns; the same in every run.</summary>
internal sealed class RatingFiles(int divisor)
{
    public const int FirstYear = 2015, LastYear = 2024;

    /// <summary>The columns as a table of a database has them, with no key and nothing to check.</summary>
    public const string BareColumns = "network_code text, network_name text, year integer, subject text, level text, "
                                      + "not_rated_reason text, source text, framework_version text, rated_month text";

    private const int Years = LastYear - FirstYear + 1;
    private const int Seed = 20240901;
    private readonly string folder = Directory.CreateTempSubdirectory("nh-bench-").FullName;

    /// <summary>All networks of the cohort that is exported: with ten years and seven subjects two million answers.</summary>
    public string OfYear(int year) => Write($"year-{year}.csv", 28_572 / divisor, year, year, _ => true);

    /// <summary>Every tenth network judges one year again.</summary>
    public string OfRevisions() => Write("revised.csv", 28_572 / divisor, FirstYear + 5, FirstYear + 5, network => network % 10 == 0);

    /// <summary>At least so many levels, network by network.</summary>
    public string OfLevels(int levels) => Write($"levels-{levels}.csv", Networks(levels / divisor), FirstYear, LastYear, _ => true);

    /// <summary>Ten years of so many networks.</summary>
    public string OfNetworks(int networks) => Write($"networks-{networks}.csv", networks, FirstYear, LastYear, _ => true);

    public void Delete() => Directory.Delete(folder, recursive: true);

    private static int Networks(int levels) => (levels + Years * SubjectWords.All.Count - 1) / (Years * SubjectWords.All.Count);

    private string Write(string name, int networks, int from, int to, Predicate<int> wanted)
    {
        string path = Path.Combine(folder, name);
        if (File.Exists(path))
            return path;

#pragma warning disable CA5394 // Made-up levels need no secret.
        var random = new Random(Seed + from + name.Length);
        using var file = new StreamWriter(path);
        file.Write("network_code,network_name,year,subject,level,not_rated_reason,source,framework_version,rated_month\n");
        for (int network = 0; network < networks; network++)
        {
            for (int year = from; year <= to && wanted(network); year++)
            {
                foreach (var subject in SubjectWords.All)
                    file.Write($"N{network:00000},Network {network},{year},{subject.Code()},{((Level)random.Next(5)).Label()},,self,{(year < 2020 ? "1.0" : "2.0")},{year}-05\n");
            }
        }
#pragma warning restore CA5394

        return path;
    }
}
