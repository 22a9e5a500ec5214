using System.Text.RegularExpressions;
using NetworkHealth.Domain;
using NetworkHealth.Features.ResearchExport;
using NetworkHealth.Features.Trajectories;

namespace NetworkHealth.Tests.Features.ResearchExport;

/// <summary>Labels beside the rule's in <c>trajectories.csv</c>, as of each moment of their life.</summary>
public sealed partial class OwnLabelFilesTests(TestApp app) : IClassFixture<TestApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_holds_the_label_from_when_it_was_set_until_it_lapsed_or_was_withdrawn()
    {
        await app.Import("network_code,2021,2022\nA,2,2\nB,2,2\n", "life");
        var before = await Moment();
        await OwnLabelled.Set(app, "life", "A", RatingSource.Self, TrajectoryLabel.Improved, "Joined late, left early.");
        var set = await Moment();
        await OwnLabelled.Set(app, "life", "A", RatingSource.Self, TrajectoryLabel.Declined, "Another reason");
        var changed = await Moment();
        await app.Import("network_code,2023\nA,4\n", "life");
        var lapsed = await Moment();
        await app.Import("network_code,2023\nA,2\n", "life");
        var back = await Moment();
        await OwnLabelled.Set(app, "life", "A", RatingSource.Self, TrajectoryLabel.Improved, "Set anew");
        var anew = await Moment();
        var leader = await OwnLabelled.SetterOf(app, "life", "A", RatingSource.Self);
        await app.Get<OwnLabels>().Withdraw(leader, new LabelAddress("life", "A", RatingSource.Self, Subject.Overall), Ct);

        Assert.Equal("Stagnant,,", await Labels(before));
        Assert.Equal("Stagnant,Improved,\"Joined late, left early.\"", await Labels(set));
        Assert.Equal("Stagnant,Declined,Another reason", await Labels(changed));
        Assert.Equal("Improved,,", await Labels(lapsed));
        Assert.Equal("Stagnant,,", await Labels(back));
        Assert.Equal("Stagnant,Improved,Set anew", await Labels(anew));
        Assert.Equal("Stagnant,,", await Labels(null));
        Assert.Contains("\r\nlife,B,OVERALL,self,Dev (Mid),Dev (Mid),2,2021,2,2022,2,2,2,0,0,Stagnant,,,", await app.Export(ExportFile.Trajectories, "life", set, identified: true), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coded_files_hold_the_label_and_never_its_reason()
    {
        await app.Import("network_code,2021,2022\nA,2,2\n", "coded");
        await OwnLabelled.Set(app, "coded", "A", RatingSource.Self, TrajectoryLabel.Improved, "Ms Rivers left.");

        string coded = (await app.Export(ExportFile.Trajectories, "coded"))!;

        Assert.Contains(",Stagnant,Improved,,", coded, StringComparison.Ordinal);
        Assert.DoesNotContain("Rivers", coded, StringComparison.Ordinal);
        Assert.Contains("Ms Rivers left.", await app.Export(ExportFile.Trajectories, "coded", identified: true), StringComparison.Ordinal);
        Assert.Contains("Ms Rivers left.", await app.Export(ExportFile.Trajectories, "coded", by: await OwnLabelled.SetterOf(app, "coded", "A", RatingSource.Self)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_label_is_of_one_source_and_one_subject_and_of_no_neighbour()
    {
        await app.Import("network_code,subject,2021,2022\nA,OVERALL,2,2\nA,HL,2,2\nB,OVERALL,2,2\n", "apart");
        await app.Import("network_code,subject,2021,2022\nA,OVERALL,2,2\nA,HL,2,2\n", "apart", RatingSource.External);
        await OwnLabelled.Set(app, "apart", "A", RatingSource.External, TrajectoryLabel.Improved, "Only here", Subject.HubLeadership);

        string[] labelled = [.. (await app.Export(ExportFile.Trajectories, "apart"))!.Split("\r\n").Where(row => row.Contains(",Improved,", StringComparison.Ordinal))];

        Assert.StartsWith("apart,A,HL,external,", Assert.Single(labelled), StringComparison.Ordinal);
        var neighbour = await OwnLabelled.SetterOf(app, "apart", "B", RatingSource.Self);
        Assert.DoesNotContain("Improved", await app.Export(ExportFile.Trajectories, "apart", by: neighbour), StringComparison.Ordinal);
    }

    private async Task<string> Labels(DateTimeOffset? asOf)
    {
        string file = (await app.Export(ExportFile.Trajectories, "life", asOf, identified: true))!;
        string row = file.Split("\r\n").Single(row => row.StartsWith("life,A,", StringComparison.Ordinal));
        return LabelReasonFlagsRule().Match(row).Groups[1].Value;
    }

    [GeneratedRegex("""-?\d,\d,(\w+,\w*,(?:"[^"]*"|[^,]*)),[^,]*,1\.0,""")]
    private static partial Regex LabelReasonFlagsRule();

    // Between two changes, with a whole millisecond to either side.
    private static async Task<DateTimeOffset> Moment()
    {
        await Task.Delay(20, Ct);
        var now = DateTimeOffset.UtcNow;
        await Task.Delay(20, Ct);
        return now;
    }
}
