using System.Globalization;

namespace NetworkHealth.BrowserTests.OpenPages;

/// <summary>Figures of open pages, as the last part of <c>docs/benchmarks.md</c>; the rest of that page is the benchmarks program's.</summary>
internal static class PageReport
{
    /// <summary>Set to 1 to write the figures into the repository.</summary>
    public const string Keep = "NETWORKHEALTH_WRITE_PAGES";

    private const string Heading = "# Open rating pages";

    private const string Introduction = """

        Written by `NETWORKHEALTH_WRITE_PAGES=1 NETWORKHEALTH_PAGES=200 dotnet test -c Release tests/NetworkHealth.BrowserTests --filter
        OpenPagesTests`, once for each database (`NETWORKHEALTH_TEST_DATABASE`). The server is a process of its own from the Release build; each page
        is a window of its own in Chromium, on the first domain of an empty draft, each of a network of its own.

        - **Saving**: all pages choose a level at the same moment, and each takes its own time from the click to the server's word that it is saved. The
          **echo** is a call of all pages at one moment over the same connections, to a method that returns its text: what a page, Blazor and this
          machine need without us. Both in turns; the first round warms up. After each round the database must hold what every page chose. The browser
          with all its pages shares the machine with the server, so times say little and ratios more.
        - **Memory**: managed is what is left of the heap once all garbage was collected, resident what the system counts after that: with one other page
          open, and again when all are open and have saved in every round.


        """;

    public static void Say(string what, FormattableString figures)
    {
        string said = figures.ToString(CultureInfo.InvariantCulture);
        TestContext.Current.TestOutputHelper!.WriteLine($"{what}, {Settings.DatabaseName}: {said}");
        if (Environment.GetEnvironmentVariable(Keep) != "1")
            return;

        string path = Path.Combine(Repository.Root, "docs", "benchmarks.md");
        string[] lines = File.Exists(path) ? File.ReadAllLines(path) : [];
        string mine = $"- {what}, {Settings.DatabaseName}: ";
        var kept = lines.SkipWhile(line => line != Heading)
            .Where(line => line.StartsWith("- Saving, ", StringComparison.Ordinal) || line.StartsWith("- Memory, ", StringComparison.Ordinal))
            .Where(line => !line.StartsWith(mine, StringComparison.Ordinal))
            .Append($"{mine}{said}; {Environment.ProcessorCount} cores, load {Load()}, {DateTime.UtcNow:yyyy-MM-dd}").Order(StringComparer.Ordinal);
        string others = string.Join('\n', lines.TakeWhile(line => line != Heading)).TrimEnd();
        File.WriteAllText(path, $"{others}\n\n{Heading}\n{Introduction.ReplaceLineEndings("\n")}{string.Join('\n', kept)}\n");
    }

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
