using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Features.Accounts;

namespace NetworkHealth.Tests.Features.Accounts;

/// <summary>Who stands behind a cookie: only somebody whose session goes on.</summary>
public sealed class ActorsTests(TestApp app) : IClassFixture<TestApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_session_that_goes_on_brings_the_rights_of_this_moment()
    {
        var (person, session) = await Somebody("rights@example.org");
        var before = await Of(person, session);
        await Grant(person);
        var after = await Of(person, session);

        Assert.Equal((person, 0), (before.PersonId, before.Grants.Count));
        Assert.Equal((person, true), (after.PersonId, after.IsAdministrator));
    }

    [Fact]
    public async Task Without_a_session_or_with_another_persons_nobody_stands_there()
    {
        var (person, _) = await Somebody("none@example.org");
        var (_, others) = await Somebody("other@example.org");

        Assert.Same(Actor.Stranger, await Of(person, null));
        Assert.Same(Actor.Stranger, await Of(person, others));
        Assert.Same(Actor.Stranger, await Of(person, Guid.NewGuid()));
        Assert.Same(Actor.Stranger, await app.Get<Actors>().Of(new ClaimsPrincipal(new ClaimsIdentity()), Ct));
    }

    [Theory]
    [InlineData("ended")]
    [InlineData("deactivated")]
    [InlineData("erased")]
    public async Task What_ends_a_persons_time_here_ends_their_rights(string how)
    {
        var (person, session) = await Somebody($"{how}@example.org");
        await Grant(person);
        await using var db = await app.Db();
        if (how == "ended")
            (await db.Sessions.SingleAsync(s => s.Id == session, Ct)).End(DateTimeOffset.UtcNow);
        var found = await db.Users.SingleAsync(p => p.Id == person, Ct);
        if (how == "deactivated")
            found.DeactivatedAt = DateTimeOffset.UtcNow;
        if (how == "erased")
            found.ErasedAt = DateTimeOffset.UtcNow;
        await db.SaveChangesAsync(Ct);

        Assert.Same(Actor.Stranger, await Of(person, session));
    }

    [Fact]
    public async Task An_open_page_loses_its_rights_within_half_a_minute_after_its_session_ended()
    {
        var (person, session) = await Somebody("circuit@example.org");
        var clock = new StoppedClock();
        var signedIn = new SignedIn(new Captured(Cookie(person, session)), app.Get<Actors>(), clock);
        var before = await signedIn.Actor();
        await using var db = await app.Db();
        (await db.Sessions.SingleAsync(s => s.Id == session, Ct)).End(DateTimeOffset.UtcNow);
        await db.SaveChangesAsync(Ct);
        clock.Timestamp += SignedIn.RightsLast.Ticks;

        Assert.Equal(person, before.PersonId);
        Assert.Same(Actor.Stranger, await signedIn.Actor());
    }

    [Fact]
    public async Task That_a_session_is_used_is_noted_every_ten_minutes_at_most()
    {
        var (person, session) = await Somebody("seen@example.org");
        await using var db = await app.Db();
        var began = await SeenAt(session);
        await Of(person, session);
        await Task.Delay(200, Ct);
        var fresh = await SeenAt(session);
        var old = DateTimeOffset.UtcNow - Uses.SessionsEvery;
        await db.Sessions.Where(s => s.Id == session).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, old), Ct);
        await Of(person, session);

        Assert.Equal(began, fresh);
        await Eventually.Holds(async () => await SeenAt(session) > fresh);
    }

    private Task<Actor> Of(Guid person, Guid? session) => app.Get<Actors>().Of(Cookie(person, session), Ct);

    private static ClaimsPrincipal Cookie(Guid person, Guid? session) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, person.ToString()), .. session is { } id ? [new Claim(Sessions.Claim, id.ToString())] : Array.Empty<Claim>()], "cookie"));

    private async Task<DateTimeOffset> SeenAt(Guid session)
    {
        await using var db = await app.Db();
        return await db.Sessions.Where(s => s.Id == session).Select(s => s.SeenAt).SingleAsync(Ct);
    }

    private async Task<(Guid Person, Guid Session)> Somebody(string email)
    {
        var person = await app.Person(email);
        await using var db = await app.Db();
        var session = new Session(person, "Firefox on Linux", DateTimeOffset.UtcNow);
        db.Sessions.Add(session);
        await db.SaveChangesAsync(Ct);
        return (person, session.Id);
    }

    private async Task Grant(Guid person)
    {
        await using var db = await app.Db();
        db.Grants.Add(new Grant(person, Role.Administrator));
        await db.SaveChangesAsync(Ct);
    }

    // As a connection keeps whoever opened it.
    private sealed class Captured(ClaimsPrincipal user) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(user));
    }

    private sealed class StoppedClock : TimeProvider
    {
        public long Timestamp { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Timestamp;
    }
}
