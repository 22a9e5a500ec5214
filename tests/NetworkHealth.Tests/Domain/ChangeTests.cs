using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Domain;

public sealed class ChangeTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Guid Person = new("0190d0c0-0000-7000-8000-000000000001");
    private static readonly Guid Cohort = new("0190d0c0-0000-7000-8000-000000000002");

    [Fact]
    public void Changes_are_numbered_from_one_and_the_head_follows()
    {
        var head = AuditHead.Empty;
        var first = head.Append(Noon, null, ChangeAction.DemoLoaded, null, "cohort:1", "{}");
        var second = head.Append(Noon.AddSeconds(1), Person, ChangeAction.SignedIn, null, "person:1", "{}");

        Assert.Equal((1L, 2L), (first.Number, second.Number));
        Assert.Equal((2L, second.Hash, Noon.AddSeconds(1)), (head.Count, head.LastHash, head.LastAt));
        Assert.Equal(first.Hash, first.HashAfter(Change.NoHash));
        Assert.Equal(second.Hash, second.HashAfter(first.Hash));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-1, 1)]
    [InlineData(-3_600_000, 1)]
    [InlineData(0.9, 1)]
    [InlineData(1, 1)]
    [InlineData(1.9, 1)]
    [InlineData(2, 2)]
    public void A_change_is_at_least_a_millisecond_later_than_the_one_before_however_the_clock_stands(double clock, double expected)
    {
        var head = AuditHead.Empty;
        head.Append(Noon, null, ChangeAction.Exported, null, "", "{}");

        Assert.Equal(Noon.AddMilliseconds(expected), head.Append(Noon.AddTicks((long)(clock * TimeSpan.TicksPerMillisecond)), null, ChangeAction.Exported, null, "", "{}").At);
    }

    [Fact]
    public void Times_are_utc_in_whole_milliseconds()
    {
        var local = new DateTimeOffset(2026, 3, 1, 14, 0, 0, TimeSpan.FromHours(2)).AddTicks(12_345);
        var change = AuditHead.Empty.Append(local, null, ChangeAction.Exported, null, "", "{}");

        Assert.Equal((Noon.AddMilliseconds(1), TimeSpan.Zero), (change.At, change.At.Offset));
    }

    [Fact]
    public void A_hash_is_64_lower_case_hexadecimal_digits_and_stays_the_same_for_good()
    {
        var change = new Change(1, Noon, Person, ChangeAction.RatingsImported, Cohort, "cohort:1", "{\"rows\":11}", Change.NoHash);

        Assert.Equal("c80d122a88daa97c7566f077bf245c409fbaa28bf0d92425f96fd884a2dd1416", change.Hash);
    }

    [Fact]
    public void Each_field_and_the_predecessor_change_the_hash()
    {
        Change[] all =
        [
            new(1, Noon, Person, ChangeAction.RatingsImported, Cohort, "cohort:1", "{}", Change.NoHash),
            new(2, Noon, Person, ChangeAction.RatingsImported, Cohort, "cohort:1", "{}", Change.NoHash),
            new(1, Noon.AddTicks(1), Person, ChangeAction.RatingsImported, Cohort, "cohort:1", "{}", Change.NoHash),
            new(1, Noon, Cohort, ChangeAction.RatingsImported, Cohort, "cohort:1", "{}", Change.NoHash),
            new(1, Noon, null, ChangeAction.RatingsImported, Cohort, "cohort:1", "{}", Change.NoHash),
            new(1, Noon, Person, ChangeAction.DemoLoaded, Cohort, "cohort:1", "{}", Change.NoHash),
            new(1, Noon, Person, ChangeAction.RatingsImported, Person, "cohort:1", "{}", Change.NoHash),
            new(1, Noon, Person, ChangeAction.RatingsImported, null, "cohort:1", "{}", Change.NoHash),
            new(1, Noon, Person, ChangeAction.RatingsImported, Cohort, "cohort:2", "{}", Change.NoHash),
            new(1, Noon, Person, ChangeAction.RatingsImported, Cohort, "cohort:1{", "}", Change.NoHash),
            new(1, Noon, Person, ChangeAction.RatingsImported, Cohort, "cohort:1", "{ }", Change.NoHash),
            new(1, Noon, Person, ChangeAction.RatingsImported, Cohort, "cohort:1", "{}", "1" + Change.NoHash[1..]),
            new(1, Noon, null, ChangeAction.RatingsImported, Person, "cohort:1", "{}", Change.NoHash),
            new(1, Noon, Person, ChangeAction.RatingsImported, null, "cohort:1", "{}", Change.NoHash[1..]),
        ];

        Assert.Equal(14, all.Select(change => change.Hash).Distinct().Count());
    }

    [Fact]
    public void Names_of_actions_never_change() =>
        Assert.Equal(["RatingsImported", "DemoLoaded", "AdministratorCreated", "PasswordSet", "SignedIn", "Exported"], Enum.GetNames<ChangeAction>().Take(6));

    [Fact]
    public void Exports_sign_ins_people_and_drafts_change_no_data() =>
        Assert.Equal(
            [
                ChangeAction.RatingsImported, ChangeAction.DemoLoaded, ChangeAction.RatingSubmitted, ChangeAction.OwnLabelSet, ChangeAction.OwnLabelWithdrawn,
                ChangeAction.CycleOpened, ChangeAction.CycleClosed, ChangeAction.CohortCreated, ChangeAction.CohortDescribed, ChangeAction.DisplayChanged,
                ChangeAction.NetworkCreated, ChangeAction.NetworkDescribed, ChangeAction.NetworkArchived, ChangeAction.NetworkRestored, ChangeAction.SharingChanged,
                ChangeAction.CellSet, ChangeAction.PlanAdded, ChangeAction.PlanChanged, ChangeAction.ObservationAdded, ChangeAction.ObservationChanged,
                ChangeAction.PlanRemoved, ChangeAction.ObservationRemoved, ChangeAction.ContextSaid, ChangeAction.TeamAdded, ChangeAction.TeamChanged, ChangeAction.TeamObserved,
                ChangeAction.NetworksImported, ChangeAction.SustainabilityImported, ChangeAction.ContextImported, ChangeAction.TeamsImported,
            ],
            ChangeActions.OfData);
}
