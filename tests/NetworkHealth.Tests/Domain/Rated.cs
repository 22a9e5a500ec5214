using System.Reflection;
using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Domain;

/// <summary>Drafts and ratings for tests of the domain.</summary>
public static class Rated
{
    public static readonly Guid Network = Guid.CreateVersion7();
    public static readonly DateOnly June = new(2026, 6, 1);

    public static Draft Draft(Revision? from = null, string? reason = null) => new(Network, 2026, RatingSource.Self, DateTimeOffset.UnixEpoch, from, reason);

    public static Draft Saying(this Draft draft, Subject subject, Level level, Grounds? grounds = null)
    {
        draft[subject].Say(new Judgement(Answer.Of(level), grounds ?? Grounds.None));
        return draft;
    }

    /// <summary>All seven at one level.</summary>
    public static Draft Complete(this Draft draft, Level level = Level.DevelopingMid) =>
        SubjectWords.All.Aggregate(draft, (so, subject) => so.Saying(subject, level, so[subject].Grounds));

    public static Rating Rating(params Revision[] soFar) => new(Network, 2026, RatingSource.Self, soFar);

    /// <summary>The same under a framework that has been replaced since, of which this program has none yet.</summary>
    public static T Under<T>(this T rated, string? version) where T : class
    {
        typeof(T).GetProperty("FrameworkVersion", BindingFlags.Instance | BindingFlags.Public)!.SetValue(rated, version);
        return rated;
    }
}
