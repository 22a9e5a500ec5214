using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;
using NetworkHealth.Features.ResearchExport;

namespace NetworkHealth.Tests.Features.ResearchExport;

/// <summary>An export says what stood at a time, for good.</summary>
public sealed class AsOfTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Header = "cohort,network_code,year,subject,level,level_label,not_rated_reason,source,revision,rated_month,framework_version\r\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Before_between_and_after_three_imports_an_export_says_what_stood_then()
    {
        var before = await Moment();
        await app.Import("network_code,2021\nMD1,Least\n", "three");
        var first = await Moment();
        await app.Import("network_code,2021,2023\nMD1,Dev (Mid),Most\n", "three");
        var second = await Moment();
        await app.Import("network_code,2021,2024\nMD1,Dev (Mid),\nMD2,Most,0\n", "three");
        var third = await Moment();

        const string Md1Least = "three,MD1,2021,OVERALL,0,Least,,self,1,,\r\n";
        const string Md1Later = "three,MD1,2021,OVERALL,2,Dev (Mid),,self,2,,\r\nthree,MD1,2023,OVERALL,4,Most,,self,1,,\r\n";
        const string Md2 = "three,MD2,2021,OVERALL,4,Most,,self,1,,\r\nthree,MD2,2024,OVERALL,0,Least,,self,1,,\r\n";
        Assert.Equal(Header, await app.Export(ExportFile.Ratings, "three", before));
        Assert.Equal(Header + Md1Least, await app.Export(ExportFile.Ratings, "three", first));
        Assert.Equal(Header + Md1Later, await app.Export(ExportFile.Ratings, "three", second));
        Assert.Equal(Header + Md1Later + Md2, await app.Export(ExportFile.Ratings, "three", third));
        Assert.Equal(Header + Md1Later + Md2, await app.Export(ExportFile.Ratings, "three"));
        Assert.StartsWith("cohort,network_code,subject,source,n_rated,", await app.Export(ExportFile.Trajectories, "three", before), StringComparison.Ordinal);
        Assert.StartsWith("cohort,network_code,subject,source,y2021,n_rated,", await app.Export(ExportFile.Trajectories, "three", first), StringComparison.Ordinal);
        Assert.Contains("\r\nthree,MD1,OVERALL,self,Dev (Mid),Most,2,2021,2,2023,4,4,2,2,0,Improved,", await app.Export(ExportFile.Trajectories, "three", second), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_to_the_millisecond_counts_what_was_written_in_it()
    {
        await app.Import("network_code,2021\nMD1,Least\n", "exact");
        var opened = (await app.Get<Exports>().Open(Actor.Operator, "exact", ExportFile.Ratings, null, false, Ct))!;
        await Task.Delay(20, Ct);

        Assert.Equal(Header + "exact,MD1,2021,OVERALL,0,Least,,self,1,,\r\n", await app.Export(ExportFile.Ratings, "exact", opened.AsOf));
        Assert.Equal(Header, await app.Export(ExportFile.Ratings, "exact", opened.AsOf.AddMilliseconds(-1)));
    }

    [Fact]
    public async Task A_time_may_be_told_by_any_clock()
    {
        await app.Import("network_code,2021\nMD1,Least\n", "clock");
        var asOf = DateTimeOffset.UtcNow;
        await Task.Delay(5, TestContext.Current.CancellationToken);
        await app.Import("network_code,2021\nMD1,Most\n", "clock");

        string told = (await app.Export(ExportFile.Ratings, "clock", asOf.ToOffset(TimeSpan.FromHours(2))))!;

        Assert.Equal(await app.Export(ExportFile.Ratings, "clock", asOf), told);
        Assert.Contains("clock,MD1,2021,OVERALL,0,Least", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_that_has_not_come_is_refused()
    {
        await app.Import("network_code,2021\nMD1,Least\n", "future");

        var refused = await Assert.ThrowsAsync<DomainRuleException>(() => app.Export(ExportFile.Ratings, "future", DateTimeOffset.UtcNow.AddSeconds(5)));

        Assert.Equal("The time asked for has not passed yet, so nobody can say what will stand then.", refused.Message);
    }

    [Fact]
    public async Task Unsaid_the_time_is_the_last_change_to_the_data_which_exports_and_accounts_do_not_move()
    {
        await app.Import("network_code,2021\nMD1,Least\n", "still");
        var exports = app.Get<Exports>();
        var first = (await exports.Open(Actor.Operator, "still", ExportFile.Ratings, null, false, Ct))!;
        string bytes = (await app.Export(ExportFile.Ratings, "still"))!;
        await using (var db = await app.Db())
        await using (var signIn = await db.BeginChange(new Actor(Guid.NewGuid(), []), TimeProvider.System, Ct))
            await signIn.Commit(ChangeAction.SignedIn, null, "person:x", ct: Ct);
        await app.Import("network_code,2021\nMD1,Most\n", "another");
        await app.Import("network_code,2021\nMD1,Least\n", "still");

        var second = (await exports.Open(Actor.Operator, "still", ExportFile.Ratings, null, false, Ct))!;

        await using var chain = await app.Db();
        var imported = await chain.Changes.SingleAsync(c => c.CohortId == first.CohortId && c.Action == ChangeAction.RatingsImported, Ct);
        Assert.Equal((imported.Number, imported.At), (first.Change, first.AsOf));
        Assert.Equal((first.Change, first.AsOf), (second.Change, second.AsOf));
        Assert.Equal(bytes, await app.Export(ExportFile.Ratings, "still"));
    }

    // Between two changes, with a whole millisecond to either side.
    private static async Task<DateTimeOffset> Moment()
    {
        await Task.Delay(20, Ct);
        var now = DateTimeOffset.UtcNow;
        await Task.Delay(20, Ct);
        return now;
    }
}
