using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace NetworkHealth.Benchmarks;

/// <summary>The figures as a page of the documentation.</summary>
internal sealed class Report(string databaseVersion)
{
    private const string Method = """
        Limit and ours are taken in turns in the same run against the same database, each the best of three after three that warm up. The database
        is the server that `NETWORKHEALTH_TEST_POSTGRES` names, or a throw-away cluster with PostgreSQL's own settings, except that it does not wait
        for the disk (`fsync`, `full_page_writes` and `synchronous_commit` off), for both sides alike. On a machine that has other work to do, times
        differ by a third from run to run, and ratios less.

        - **Data**: about 28,600 networks × 10 years × 7 subjects in one cohort, imported by the application year by year, every tenth network with a
          second revision of one year; then `VACUUM ANALYZE`. Rows of one network therefore lie apart, and every export has to sort.
        - **Limit of an export**: psql's `\copy` (`\timing`, so without starting psql) to `/dev/null` as CSV, of a table without keys that holds the finished
          rows of `ratings.csv`, unsorted.
        - **Export**: one server, a process of its own from the Release build in Production, signed in by cookie; from the request to the last byte.
        - **Memory**: the server's resident memory. Idle is after some pages and ten quiet seconds; the peak (`VmHWM`, reset at that moment) is the highest
          of all the exports, the warming ones included. Workstation garbage collector, concurrent.
        - **Dashboard**: a cohort of its own, 500 networks with seven levels in ten cycles, profiles and a year of context; the page of its administrator. Its
          limit is the page's own statements, sent once more by Npgsql on an open connection with their rows read and thrown away, in turns with the page.
        - **Import**: a file in the long shape with all nine columns, into a new cohort each time, inside one process: reading twice, all checks, the
          ratings and the change. The database holds the exported cohort meanwhile. Its limit is `\copy` of the same file into a table with no key.
        """;

    private readonly List<Figure> figures = [];

    public string Text
    {
        get
        {
            var text = new StringBuilder();
            void Line(string line) => text.Append(line).Append('\n');

            Line("# Promises measured\n");
            Line("Written by `dotnet run -c Release --project tests/NetworkHealth.Benchmarks`.\n");
            Line("| promise | limit | ours | ratio or difference | at most | aim | |");
            Line("|---|---|---|---|---|---|---|");
            figures.ForEach(figure => Line(figure.Row));
            Line("\n## Where the time goes\n");
            figures.Where(figure => figure.Split is not null).ToList().ForEach(figure => Line($"- {figure.Promise}: {figure.Split}"));
            Line("\n## Machine\n");
            Line(string.Create(CultureInfo.InvariantCulture,
                $"{Environment.ProcessorCount} cores, {Memory():0} GB of memory, {RuntimeInformation.OSDescription}; {RuntimeInformation.FrameworkDescription}; PostgreSQL {databaseVersion}; {DateTime.UtcNow:yyyy-MM-dd}."));
            Line("Load when it began and when it ended (1 is one busy core): " + load + " and " + Load() + ".");
            Line("\n## Method\n");
            Line(Method.ReplaceLineEndings("\n"));
            return text.ToString();
        }
    }

    private readonly string load = Load();

    public void Add(IEnumerable<Figure> more) => figures.AddRange(more);

    /// <summary>Writes the page into the repository that this program was built from, above what the browser's tests wrote of open pages.</summary>
    public string Keep()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NetworkHealth.sln")))
            folder = folder.Parent;
        if (folder is null)
            throw new InvalidOperationException("There is no NetworkHealth.sln above this program.");

        string path = Path.Combine(folder.CreateSubdirectory("docs").FullName, "benchmarks.md");
        string before = File.Exists(path) ? File.ReadAllText(path) : "";
        int others = before.IndexOf("\n# Open rating pages", StringComparison.Ordinal);
        File.WriteAllText(path, Text + (others < 0 ? "" : before[others..]));
        return path;
    }

    private static double Memory() => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1 << 30);

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
