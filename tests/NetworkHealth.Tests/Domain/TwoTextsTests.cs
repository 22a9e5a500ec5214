using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Domain;

/// <summary>Two people in one entry: what differs, and what stays of either.</summary>
public sealed class TwoTextsTests
{
    private static readonly Plan Before = new() { Statement = "The guide stays free.", Responsible = "Coordinator", Risks = "None" };
    private static readonly Plan Theirs = Before with { Responsible = "Principals", Strategies = Strategy.Codify };

    [Fact]
    public void Keeping_mine_keeps_what_only_they_changed()
    {
        var texts = new TwoTexts<Plan>(Before, Before with { Responsible = "Coaches", Risks = "Turnover" }, Theirs, EntryFields.OfPlan);

        Assert.Equal(["How", "Who is responsible", "Risks"], texts.Differing.Select(field => field.Name));
        Assert.Equal(["Who is responsible", "Risks"], texts.Differing.Where(texts.IsMine).Select(field => field.Name));
        Assert.Equal(Theirs with { Responsible = "Coaches", Risks = "Turnover" }, texts.KeepingMine);
    }

    [Fact]
    public void Every_field_that_people_write_is_compared_and_can_be_taken()
    {
        var other = new Plan
        {
            Statement = "a",
            Strategies = Strategy.Embed,
            Status = PlanStatus.InPlace,
            Responsible = "b",
            TargetMonth = new DateOnly(2027, 1, 1),
            ChampionRole = "c",
            StructureUsed = "d",
            ArtefactAddress = "e",
            Risks = "f",
            WouldItWorkHere = "g",
            WhatWouldWeChange = "h",
        };
        var seen = new Observation
        {
            Statement = "a",
            Seen = Seen.Routine,
            SeenMonth = new DateOnly(2027, 1, 1),
            MonthsSinceFunding = 3,
            Schools = 1,
            OfSchools = 2,
            Strategies = Strategy.Embed,
            Evidence = "b",
        };

        Assert.Equal(["CopiedFrom"], Unchanged(other));
        Assert.Equal([], Unchanged(seen));
        Assert.Equal(other, EntryFields.OfPlan.Aggregate(new Plan(), (plan, field) => field.Take(plan, other)));
        Assert.All(EntryFields.OfPlan, field => Assert.NotEqual(field.Shown(new Plan()), field.Shown(other)));
        Assert.Equal(seen, EntryFields.OfObservation.Aggregate(new Observation(), (saw, field) => field.Take(saw, seen)));
        Assert.All(EntryFields.OfObservation, field => Assert.NotEqual(field.Shown(new Observation()), field.Shown(seen)));
    }

    // The properties that the text leaves as they are in an empty one: a new property has to be written above, and in EntryFields.
    private static string[] Unchanged<T>(T text) where T : new() =>
        [.. typeof(T).GetProperties().Where(property => property.CanWrite && Equals(property.GetValue(text), property.GetValue(new T()))).Select(property => property.Name)];
}
