using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;

namespace NetworkHealth.Tests;

/// <summary>A revision put in without the form: also what the form would not let through.</summary>
public sealed record SubmittedRevision(int Year, Answers Answers)
{
    public string Cohort { get; init; } = "demo";
    public string Code { get; init; } = "RIV";
    public RatingSource Source { get; init; } = RatingSource.Self;
    public string? Framework { get; init; } = "2024.1";
    public string? Reason { get; init; }

    /// <summary>Whose account submits it; null for the operator.</summary>
    public string? By { get; init; } = "leader@demo.example";

    public IReadOnlyDictionary<Subject, Grounds> Grounds { get; init; } = new Dictionary<Subject, Grounds>();

    /// <summary>All seven subjects at one level.</summary>
    public static Answers All(Level level) => SubjectWords.All.Aggregate(Answers.Nothing, (all, subject) => all.With(subject, Answer.Of(level)));

    public async Task<int> Into(TestApp app)
    {
        await using var db = await app.Db();
        var cohort = await db.Cohorts.SingleAsync(c => c.Slug == Cohort);
        var network = await db.Networks.SingleAsync(n => n.CohortId == cohort.Id && n.Code == Code);
        Guid? by = By is null ? null : (await db.Users.SingleAsync(person => person.Email == By)).Id;
        await using var change = await db.BeginChange(new Actor(by, []), TimeProvider.System);
        var soFar = await db.Revisions.Where(r => r.NetworkId == network.Id && r.Year == Year && r.Source == Source).ToListAsync();
        var revision = new Rating(network.Id, Year, Source, soFar).Submit(Answers, Framework, null, change.Number, Reason);
        foreach (var (subject, grounds) in Grounds)
            revision.Rest(subject, grounds);
        db.Revisions.Add(revision);
        await change.Commit(ChangeAction.RatingSubmitted, cohort.Id, $"rating:{network.Id}/{Year}/{Source.Code()}");
        return revision.Number;
    }
}
