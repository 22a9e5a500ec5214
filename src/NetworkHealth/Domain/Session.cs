namespace NetworkHealth.Domain;

/// <summary>One browser in which a person is signed in. Ended, it is signed out with the next request, on open pages within half a minute.</summary>
public sealed class Session
{
    public const int BrowserMaxLength = 100;

    private Session() => Browser = ""; // EF Core

    /// <param name="personId">Who signed in.</param>
    /// <param name="browser">Such as “Firefox on Linux”.</param>
    /// <param name="now">When.</param>
    public Session(Guid personId, string browser, DateTimeOffset now) =>
        (Id, PersonId, Browser, StartedAt, SeenAt) = (Guid.NewGuid(), personId, browser, now, now);

    /// <summary>Random, since whoever holds it in a signed cookie is signed in.</summary>
    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }
    public string Browser { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }
    public DateTimeOffset SeenAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    public void End(DateTimeOffset now) => EndedAt ??= now;
}
