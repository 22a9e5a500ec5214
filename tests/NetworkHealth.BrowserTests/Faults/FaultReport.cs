using System.Globalization;
using System.Text;

namespace NetworkHealth.BrowserTests.Faults;

/// <summary>What a run printed, as a file where somebody asks for one, and its totals as a line of the documentation.</summary>
internal sealed class FaultReport(string name)
{
    /// <summary>A folder for everything printed.</summary>
    public const string Out = "NETWORKHEALTH_FAULTS_OUT";

    /// <summary>Set to 1 to write the totals into the repository.</summary>
    public const string Keep = "NETWORKHEALTH_WRITE_FAULTS";

    private const string Page = """
        # Killed on purpose

        Written by `NETWORKHEALTH_WRITE_FAULTS=1 NETWORKHEALTH_FAULTS_TYPING=200 NETWORKHEALTH_FAULTS_SUBMITS=50 dotnet test -c Release
        tests/NetworkHealth.BrowserTests --filter FaultTests`, once for each database (`NETWORKHEALTH_TEST_DATABASE`). The server is a process of
        its own and ends by SIGKILL, so it learns nothing of its end; then it is started again on the same database.

        **Typing.** A hub leader types two texts and makes two choices on the rating page in Chromium. The server dies 0 to 300 ms after the last key
        or click; where the last was a text, half of the servers die 0 to 300 ms after the page begins to send it, which is 350 ms later. *Confirmed* is each
        time the page said that a field was saved. *Lost* counts fields for which the dead server's database holds something older than what was
        confirmed last. Then the server starts, the page comes back by itself and sends what was not confirmed; every fifth time the server dies
        once more during that, which may leave the browser's own page about a dead server, or a page without its scripts, to be loaded by hand. *Not back* counts fields that do not
        hold in the end what was typed last, *conflicts* the times when somebody was asked to choose between two texts.

        **Submitting.** The leader submits a draft with seven answers and their grounds. The server dies at a random moment of 300 ms, which are
        moved from round to round so that about half of the submits come through. In every second round a trigger slows the transaction down, so that the kill falls into its
        middle. *Torn* counts databases that hold neither everything that a submit does nor nothing of it, or whose chain of changes does
        not verify.

        """;

    private readonly List<string> lines = [];

    public void Say(FormattableString line)
    {
        string text = line.ToString(CultureInfo.InvariantCulture);
        lines.Add(text);
        TestContext.Current.TestOutputHelper!.WriteLine(text);
        if (Environment.GetEnvironmentVariable(Out) is { Length: > 0 } folder)
            File.AppendAllText(Path.Combine(Directory.CreateDirectory(folder).FullName, $"{name}-{Settings.DatabaseName.ToLowerInvariant()}.txt"), text + "\n");
    }

    /// <summary>Says the totals, and replaces the line of this run and database in the documentation if that is asked for.</summary>
    public void Total(FormattableString totals)
    {
        Say(totals);
        if (Environment.GetEnvironmentVariable(Keep) != "1")
            return;

        string path = Path.Combine(Directory.CreateDirectory(Path.Combine(Repository.Root, "docs")).FullName, "faults.md");
        string mine = $"- {name}, {Settings.DatabaseName}: ";
        var kept = File.Exists(path) ? File.ReadLines(path).Where(line => line.StartsWith("- ", StringComparison.Ordinal) && !line.StartsWith(mine, StringComparison.Ordinal)) : [];
        var text = new StringBuilder(Page.ReplaceLineEndings("\n"));
        foreach (string line in kept.Append($"{mine}{totals.ToString(CultureInfo.InvariantCulture)}; {DateTime.UtcNow:yyyy-MM-dd}").OrderDescending(StringComparer.Ordinal))
            text.Append('\n').Append(line);
        File.WriteAllText(path, text.Append('\n').ToString());
    }
}
