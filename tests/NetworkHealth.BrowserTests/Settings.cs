using System.Globalization;
using NetworkHealth.Tests;

namespace NetworkHealth.BrowserTests;

/// <summary>How long a run is: short unless the environment says otherwise.</summary>
internal static class Settings
{
    public static int Count(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } said ? int.Parse(said, CultureInfo.InvariantCulture) : otherwise;

    public static string DatabaseName => TestDatabase.Kind == DatabaseKind.Postgres ? "PostgreSQL" : "SQLite";

    /// <summary>Prints a line to the test's output.</summary>
    public static void Say(FormattableString line) => TestContext.Current.TestOutputHelper!.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
