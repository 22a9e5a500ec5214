namespace NetworkHealth.Tests;

/// <summary>A database that cannot be used: one sentence on standard error, exit status 1, no stack trace.</summary>
public sealed class UnreachableDatabaseTests
{
    [Fact]
    public async Task A_server_that_does_not_answer()
    {
        const string Nowhere = "Host=127.0.0.1;Port=1;Username=nobody;Database=none";

        IsOneSentence("The database cannot be used: Failed to connect to 127.0.0.1:1\n", await Cli.Run(Nowhere, ["export", "ratings", "--cohort", "demo", "--out", "-"]));
    }

    [Fact]
    public async Task A_folder_in_the_place_of_the_file()
    {
        string folder = Directory.CreateDirectory(Path.Combine(TemporaryFiles.Folder, Guid.NewGuid().ToString("N"))).FullName;

        var outcome = await Cli.Run($"Data Source={folder}", ["audit", "verify"]);

        Assert.Equal((1, ""), (outcome.Status, outcome.Text));
        Assert.Matches(@"\AThe database cannot be used: SQLite Error \d+: '[^\n]+'\.\n\z", outcome.Problems); // the number is up to the file system
    }

    [Fact]
    public async Task A_file_in_the_place_of_the_folder()
    {
        string file = Cli.File("not a folder", "data");

        var outcome = await Cli.Run($"Data Source={file}/networkhealth.db", ["import", "ratings", Cli.File("network_code,2019\nMD1,Most\n"), "--cohort", "demo"]);

        Assert.Equal((1, ""), (outcome.Status, outcome.Text));
        Assert.Matches($"^[^\n]*{System.Text.RegularExpressions.Regex.Escape(file)}[^\n]*\n$", outcome.Problems);
    }

    [Fact]
    public async Task A_file_that_is_no_database()
    {
        string file = Cli.File(new string('x', 4096), "networkhealth.db");

        IsOneSentence("The database cannot be used: SQLite Error 26: 'file is not a database'.\n", await Cli.Run($"Data Source={file}", ["audit", "verify"]));
    }

    [Fact]
    public async Task A_server_whose_database_is_behind_the_program()
    {
        string behind = await TestDatabase.Create(DatabaseKind.Postgres, migrated: false);

        IsOneSentence("The database is behind this program. Run the command migrate first.\n",
            await Cli.Run(behind, ["export", "ratings", "--cohort", "demo", "--out", "-"]));
        var migrated = await Cli.Run(behind, ["migrate"]);
        Assert.Equal((0, "The database is up to date.\n", ""), (migrated.Status, migrated.Text, migrated.Problems));
    }

    private static void IsOneSentence(string sentence, Cli.Outcome outcome)
    {
        Assert.Equal((1, ""), (outcome.Status, outcome.Text));
        Assert.Equal(sentence, outcome.Problems);
    }
}
