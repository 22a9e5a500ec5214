namespace NetworkHealth.Tests.Features.AuditTrail;

/// <summary>Whatever is changed behind the program's back in the trail of changes, verifying names the entry.</summary>
public sealed class AuditChainTests(Chain chain) : IClassFixture<Chain>
{
    private static bool OnPostgres => TestDatabase.Kind == DatabaseKind.Postgres;

    [Fact]
    public async Task A_chain_as_it_was_written_verifies_and_prints_its_head()
    {
        await using var app = await TestApp.On(TestDatabase.Kind);
        var none = await app.Get<NetworkHealth.Features.AuditTrail.AuditChain>().Verify(TestContext.Current.CancellationToken);
        var finding = await chain.Verify();
        var printed = await Cli.Run(chain.Connection, ["audit", "verify"]);

        Assert.Equal((0L, "0000000000000000000000000000000000000000000000000000000000000000", null), (none.Count, none.Head, none.Problem));
        Assert.Equal((5L, null), (finding.Count, finding.Problem));
        Assert.Matches("^[0-9a-f]{64}$", finding.Head);
        Assert.Equal((0, $"5 entries, each as it was written. Head: {finding.Head}{Environment.NewLine}"), (printed.Status, printed.Text));
    }

    [Fact]
    public async Task One_changed_byte_in_any_column_of_an_entry_is_found()
    {
        const string Written = "Entry 3 is not what was written.";
        const string Unreadable = "Entry 3 cannot be read: one of its fields holds what was never written there.";
        (string Column, string Value, string Problem)[] cases =
        [
            ("number", "13", "Entry 3 is missing."),
            ("at", OnPostgres ? "at + interval '1 microsecond'" : "at + 1", Written),
            ("at", OnPostgres ? "at - interval '1 millisecond'" : "at - 10000", Written),
            ("actor_id", "'0190D0CA-BCDE-7ABC-8DEF-0123456789AA'", Written),
            ("actor_id", "NULL", Written),
            ("cohort_id", "'0190D0CB-ABCD-7FED-9CBA-9876543210FF'", Written),
            ("cohort_id", "NULL", Written),
            ("action", "'Exported'", Written),
            ("action", "'RatingsImportee'", Unreadable),
            ("action", "'ratingsImported'", Unreadable),
            ("action", "'0'", Unreadable),
            ("touched", "'Cohort:3'", Written),
            ("touched", "'cohort:2'", Written),
            ("touched", "'cohort:3 '", Written),
            ("details", "'{\"rows\":12}'", Written),
            ("details", "'{\"rows\": 11}'", Written),
            ("hash", "CASE substr(hash, 1, 1) WHEN '0' THEN '1' ELSE '0' END || substr(hash, 2)", Written),
            ("hash", "upper(hash)", Written),
            ("at", OnPostgres ? "'infinity'" : "-at", OnPostgres ? Written : Unreadable),
            // Ids are text on SQLite alone; another spelling would hide the entry from a search for the id.
            .. OnPostgres ? Array.Empty<(string, string, string)>() : [("actor_id", "lower(actor_id)", Unreadable), ("cohort_id", "lower(cohort_id)", Unreadable)],
        ];

        Assert.Equal((await chain.ColumnsOf("audit_changes")).Order(), cases.Select(c => c.Column).Distinct().Order());
        foreach (var (column, value, problem) in cases)
            Assert.Equal($"{column} = {value}: {problem}", $"{column} = {value}: {await chain.ProblemAfter($"UPDATE audit_changes SET {column} = {value} WHERE number = 3")}");
        Assert.Null((await chain.Verify()).Problem);
    }

    [Theory]
    [InlineData(1, "Entry 1 is missing.")]
    [InlineData(3, "Entry 3 is missing.")]
    [InlineData(5, "Entry 5 is missing: the chain once had 5.")]
    public async Task A_removed_entry_is_found(int number, string problem) =>
        Assert.Equal(problem, await chain.ProblemAfter($"DELETE FROM audit_changes WHERE number = {number}"));

    [Fact]
    public async Task A_removed_beginning_end_or_whole_is_found()
    {
        Assert.Equal("Entry 1 is missing.", await chain.ProblemAfter("DELETE FROM audit_changes WHERE number < 4"));
        Assert.Equal("Entry 4 is missing: the chain once had 5.", await chain.ProblemAfter("DELETE FROM audit_changes WHERE number > 3"));
        Assert.Equal("Entry 1 is missing: the chain once had 5.", await chain.ProblemAfter("DELETE FROM audit_changes"));
    }

    [Fact]
    public async Task Two_entries_that_changed_places_are_found()
    {
        string everythingElse = string.Join(", ", (await chain.ColumnsOf("audit_changes")).Where(column => column != "number")
            .Select(column => $"{column} = (SELECT k.{column} FROM kept_changes k WHERE k.number = 6 - audit_changes.number)"));

        Assert.Equal("Entry 2 is not what was written.", await chain.ProblemAfter($"UPDATE audit_changes SET {everythingElse} WHERE number IN (2, 4)"));
        Assert.Equal("Entry 2 is not what was written.", await chain.ProblemAfter(
            "UPDATE audit_changes SET number = 99 WHERE number = 2; UPDATE audit_changes SET number = 2 WHERE number = 4; UPDATE audit_changes SET number = 4 WHERE number = 99"));
    }

    [Fact]
    public async Task A_changed_head_is_found()
    {
        (string Column, string Value, string Problem)[] cases =
        [
            ("count", "6", "Entry 6 is missing: the chain once had 6."),
            ("count", "4", "The end of the chain is not entry 5 as it stands."),
            ("last_hash", "CASE substr(last_hash, 1, 1) WHEN '0' THEN '1' ELSE '0' END || substr(last_hash, 2)", "The end of the chain is not entry 5 as it stands."),
            ("last_at", OnPostgres ? "last_at + interval '1 microsecond'" : "last_at + 1", "The end of the chain is not entry 5 as it stands."),
            ("last_at", OnPostgres ? "last_at - interval '1 day'" : "last_at - 864000000000", "The end of the chain is not entry 5 as it stands."),
        ];

        Assert.Equal(["count", "id", "last_at", "last_hash"], (await chain.ColumnsOf("audit_head")).Order());
        foreach (var (column, value, problem) in cases)
            Assert.Equal($"{column} = {value}: {problem}", $"{column} = {value}: {await chain.ProblemAfter($"UPDATE audit_head SET {column} = {value}")}");
        Assert.Equal("The row that holds the end of the chain is missing.", await chain.ProblemAfter("DELETE FROM audit_head"));
        Assert.Equal("The row that holds the end of the chain cannot be read, or there are two.",
            await chain.ProblemAfter("INSERT INTO audit_head (id, count, last_hash, last_at) SELECT 2, count, last_hash, last_at FROM kept_head"));
        if (!OnPostgres)
            Assert.Equal("The row that holds the end of the chain cannot be read, or there are two.", await chain.ProblemAfter("UPDATE audit_head SET last_at = -last_at"));
    }

    [Fact]
    public async Task A_command_on_a_broken_chain_fails_and_names_the_entry()
    {
        await using var broken = new Chain();
        await ((IAsyncLifetime)broken).InitializeAsync();
        await broken.Execute("UPDATE audit_changes SET touched = 'cohort:9' WHERE number = 4");

        var outcome = await Cli.Run(broken.Connection, ["audit", "verify"]);

        Assert.Equal((1, "", $"Entry 4 is not what was written.{Environment.NewLine}"), (outcome.Status, outcome.Text, outcome.Problems));
    }
}
