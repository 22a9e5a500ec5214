using System.Text;
using Microsoft.EntityFrameworkCore;

namespace NetworkHealth.Tests;

/// <summary>The commands as an operator types them: what stands on which stream, and the exit status.</summary>
public sealed class CommandTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Csv = "network_code,2019,2021,published_label\nMD1,Least,Most,Improved\nMD2,,Dev (Mid),\n";
    private const string Warning = "line 2, published_label: The file says “Improved” for MD1, rule 1.0 says “Much improved”.\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_export_to_a_device_leaves_the_device_alone()
    {
        await app.Import("network_code,2021\nMD1,Least\n", "device");

        var gone = await Run("export", "ratings", "--cohort", "device", "--out", "/dev/null");

        Assert.Equal((0, ""), (gone.Status, gone.Problems));
        Assert.False(File.Exists("/dev/null.part"));
        Assert.Empty(await File.ReadAllBytesAsync("/dev/null", Ct));
    }

    [Fact]
    public async Task A_command_runs_as_the_readme_has_it_where_nobody_says_an_environment()
    {
        string file = Cli.File(Csv, "years.csv");
        var plain = await Cli.Run(app.Connection, ["import", "ratings", file, "--cohort", "plain"], environment: null);

        Assert.Equal((0, "2 rows: 3 ratings created, 0 revised, 0 unchanged\n"), (plain.Status, plain.Text));
    }

    [Fact]
    public async Task A_dry_run_says_what_an_import_does_then_and_exports_are_the_file_and_nothing_else()
    {
        string file = Cli.File(Csv, "years.csv"), target = Cli.File("", "out.csv");
        var dry = await Run("import", "ratings", file, "--cohort", "told", "--name", "Told", "--dry-run");
        var real = await Run("import", "ratings", file, "--cohort", "told", "--name", "Told", "--source", "external");
        var output = await Run("export", "trajectories", "--cohort", "told", "--out", "-");
        var written = await Run("export", "trajectories", "--cohort", "told", "--out", target);

        Assert.Equal((0, "would be: 2 rows: 3 ratings created, 0 revised, 0 unchanged\n", Warning), (dry.Status, dry.Text, dry.Problems));
        Assert.Equal((0, "2 rows: 3 ratings created, 0 revised, 0 unchanged\n", Warning), (real.Status, real.Text, real.Problems));
        Assert.Equal((0, ""), (output.Status, output.Problems));
        Assert.StartsWith("cohort,network_code,subject,source,y2019,y2021,", output.Text, StringComparison.Ordinal);
        Assert.Equal(3, output.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(output.Bytes, await File.ReadAllBytesAsync(target, Ct));
        Assert.Equal((0, ""), (written.Status, written.Problems));
        Assert.StartsWith($"{target}: told as of 20", written.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("networks", "network_code,n_schools\nN,4\n", "n_schools", "1 rows: 1 networks created, 0 changed, 0 unchanged")]
    [InlineData("sustainability", "network_code,dimension,level,entry,entry_type,statement\nN,D1,leadership,1,plan,x\n", "entry", "1 rows: 1 entries created, 0 changed, 0 unchanged")]
    [InlineData("context", "network_code,year,item,value\nN,2023,burnout,yes\n", "year", "1 rows: 1 context items created, 0 changed, 0 unchanged")]
    [InlineData("teams", "network_code,team,year,ownership\nN,T1,2023,yes\n", "year", "1 rows: 1 team years created, 0 changed, 0 unchanged")]
    public async Task Every_kind_of_file_goes_in_and_comes_out(string what, string csv, string column, string told)
    {
        string file = Cli.File(csv), bad = Cli.File(csv.Replace(",4\n", ",x\n", StringComparison.Ordinal).Replace(",1,", ",x,", StringComparison.Ordinal).Replace("2023", "x", StringComparison.Ordinal));
        var dry = await Run("import", what, file, "--cohort", $"of-{what}", "--dry-run");
        var real = await Run("import", what, file, "--cohort", $"of-{what}");
        var refused = await Run("import", what, bad, "--cohort", $"of-{what}");
        var output = await Run("export", what, "--cohort", $"of-{what}", "--out", "-");
        var wrong = await Run("import", what, file, "--cohort", $"of-{what}", "--source", "self");

        Assert.Equal((0, $"would be: {told}\n", ""), (dry.Status, dry.Text, dry.Problems));
        Assert.Equal((0, $"{told}\n", ""), (real.Status, real.Text, real.Problems));
        Assert.Equal((1, "", 1), (refused.Status, refused.Text, refused.Problems.Count(c => c == '\n')));
        Assert.StartsWith($"line 2, {column}: ", refused.Problems, StringComparison.Ordinal);
        Assert.Equal((0, ""), (output.Status, output.Problems));
        Assert.Contains($"\r\nof-{what},N,", output.Text, StringComparison.Ordinal);
        Assert.Equal(2, wrong.Status);
    }

    [Fact]
    public async Task Relative_paths_are_relative_to_where_the_command_was_typed()
    {
        string import = Path.GetRelativePath(TemporaryFiles.Folder, Cli.File(Csv));
        string export = Path.GetRelativePath(TemporaryFiles.Folder, Cli.File("", "out.csv"));

        Assert.Equal(0, (await Run("import", "ratings", import, "--cohort", "relative")).Status);
        Assert.Equal(0, (await Run("export", "ratings", "--cohort", "relative", "--out", export)).Status);

        Assert.StartsWith("cohort,network_code,year,", await File.ReadAllTextAsync(Path.Combine(TemporaryFiles.Folder, export), Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Problems_of_a_file_stand_on_standard_error_one_a_line()
    {
        var csv = new StringBuilder("network_code,year,subject,level\n").Insert(32, "MD1,2023,XX,Most\n", 103);

        var refused = await Run("import", "ratings", Cli.File(csv.ToString()), "--cohort", "refused");
        var unknown = await Run("export", "ratings", "--cohort", "refused", "--out", "-");

        string[] lines = refused.Problems.TrimEnd('\n').Split('\n');
        Assert.Equal((1, "", 101), (refused.Status, refused.Text, lines.Length));
        Assert.Equal("line 2, subject: 'XX' is not a subject. Write OVERALL, HL, RE, CI, NC, CU, CX.", lines[0]);
        Assert.Equal("and 3 more problems", lines[^1]);
        Assert.Equal((1, "", "There is no cohort refused.\n"), (unknown.Status, unknown.Text, unknown.Problems));
    }

    [Fact]
    public async Task What_cannot_be_done_is_told_in_one_sentence()
    {
        string missing = Path.Combine(TemporaryFiles.Folder, "missing.csv");
        await app.Import(Csv, "sentence");

        Assert.Equal($"There is no file {missing}.\n", await Refusal("import", "ratings", missing, "--cohort", "sentence"));
        Assert.Equal("“Not a slug” cannot be a cohort's short name. Use 1 to 64 lower-case letters, digits and hyphens.\n",
            await Refusal("import", "ratings", Cli.File(Csv), "--cohort", "Not a slug"));
        Assert.Equal("'soon' is not a time. Write it as 2026-03-31T12:00:00Z.\n",
            await Refusal("export", "ratings", "--cohort", "sentence", "--as-of", "soon", "--out", "-"));
    }

    [Fact]
    public async Task Wrong_usage_is_2_and_writes_nothing_to_standard_error_but_what_is_wrong()
    {
        var unknown = await Run("frobnicate");
        var missing = await Run("import", "ratings", "file.csv");

        Assert.Equal((2, 2), (unknown.Status, missing.Status));
        Assert.Contains("frobnicate", unknown.Problems, StringComparison.Ordinal);
        Assert.Contains("--cohort", missing.Problems, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", unknown.Problems + missing.Problems, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_chain_verifies_until_somebody_tampers_with_it()
    {
        await using var own = await TestApp.On(TestDatabase.Kind);
        await own.Import(Csv);
        var sound = await Cli.Run(own.Connection, ["audit", "verify"]);
        await using (var db = await own.Db())
            await db.Database.ExecuteSqlRawAsync("UPDATE audit_changes SET touched = 'cohort:other' WHERE number = 1", Ct);

        var tampered = await Cli.Run(own.Connection, ["audit", "verify"]);

        Assert.Equal((0, ""), (sound.Status, sound.Problems));
        Assert.Matches("^1 entries, each as it was written. Head: [0-9a-f]{64}\n$", sound.Text);
        Assert.Equal((1, "", "Entry 1 is not what was written.\n"), (tampered.Status, tampered.Text, tampered.Problems));
    }

    private Task<Cli.Outcome> Run(params string[] args) => Cli.Run(app.Connection, args);

    private async Task<string> Refusal(params string[] args)
    {
        var outcome = await Run(args);
        Assert.Equal((1, ""), (outcome.Status, outcome.Text));
        return outcome.Problems;
    }
}
