using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Features.AuditTrail;
using NetworkHealth.Tests;
using Npgsql;

namespace NetworkHealth.BrowserTests;

/// <summary>The database behind a server that is killed, read without the server; each look opens a connection of its own.</summary>
internal sealed class RatingDatabase(string connection) : IDbContextFactory<NetworkHealthDb>
{
    private readonly string unpooled = connection + ";Pooling=false";

    public static async Task<RatingDatabase> Create() => new(await TestDatabase.Create(TestDatabase.Kind));

    public string Connection => connection;

    public NetworkHealthDb CreateDbContext() => TestDatabase.Context(TestDatabase.Kind, unpooled);

    public async Task Execute(string sql)
    {
        await using var db = CreateDbContext();
        await db.Database.ExecuteSqlRawAsync(sql);
    }

    public async Task<(Actor Actor, Network Network)> LeaderOf(string email, string code)
    {
        await using var db = CreateDbContext();
        var person = await db.Users.SingleAsync(person => person.Email == email);
        return (new Actor(person.Id, await db.Grants.Where(grant => grant.PersonId == person.Id).ToListAsync()), await db.Networks.SingleAsync(network => network.Code == code));
    }

    /// <summary>
    /// The database as a killed server left it. On SQLite it is a copy of the file and its log, so that recovery stays with the server that
    /// starts next; on PostgreSQL it is looked at once the server's connections have ended, since what was sent before the kill may still run.
    /// </summary>
    public async Task<RatingDatabase> AsLeft()
    {
        if (TestDatabase.Kind == DatabaseKind.Postgres)
        {
            await UntilAlone();
            return this;
        }

        string file = connection["Data Source=".Length..], copy = $"{file}.left";
        File.Copy(file, copy, overwrite: true);
        File.Delete($"{copy}-shm");
        File.Delete($"{copy}-wal");
        if (File.Exists($"{file}-wal"))
            File.Copy($"{file}-wal", $"{copy}-wal");
        return new RatingDatabase($"Data Source={copy}");
    }

    /// <summary>Each field of a draft with its text, named as on the page.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Fields(Network network, int year)
    {
        await using var db = CreateDbContext();
        var entries = await db.DraftEntries.AsNoTracking()
            .Where(entry => entry.NetworkId == network.Id && entry.Year == year && entry.Source == RatingSource.Self).ToListAsync();
        return entries.SelectMany(entry => entry.Judgement.Fields().Select(field => (Name: $"{entry.Subject.Code()}.{field.Key}", field.Value)))
            .ToDictionary(field => field.Name, field => field.Value);
    }

    /// <summary>Everything that a submit touches, in one snapshot.</summary>
    public async Task<RatingState> State(Network network, int year)
    {
        await using var db = CreateDbContext();
        await using var snapshot = await db.BeginReading();
        var draft = await db.Drafts.AsNoTracking().Include(draft => draft.Entries)
            .SingleOrDefaultAsync(draft => draft.NetworkId == network.Id && draft.Year == year && draft.Source == RatingSource.Self);
        int entries = await db.DraftEntries.CountAsync(entry => entry.NetworkId == network.Id && entry.Year == year && entry.Source == RatingSource.Self);
        var revision = await db.Revisions.AsNoTracking().Include(revision => revision.Grounds)
            .Where(revision => revision.NetworkId == network.Id && revision.Year == year && revision.Source == RatingSource.Self)
            .OrderByDescending(revision => revision.Number).FirstOrDefaultAsync();
        int grounds = await db.RevisionGrounds.CountAsync(of => of.NetworkId == network.Id && of.Year == year && of.Source == RatingSource.Self);
        var head = await db.AuditHead.AsNoTracking().SingleAsync();
        var last = await db.Changes.AsNoTracking().OrderByDescending(change => change.Number).FirstAsync();
        return new RatingState(draft, entries, revision, grounds, head.Count, last);
    }

    public Task<AuditFinding> Verify() => new AuditChain(this).Verify();

    private async Task UntilAlone()
    {
        await using var db = new NpgsqlConnection(unpooled);
        await db.OpenAsync();
        await using var others = new NpgsqlCommand("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", db);
        var until = DateTime.UtcNow.AddSeconds(30);
        while ((long)(await others.ExecuteScalarAsync())! > 0)
        {
            if (DateTime.UtcNow > until)
                throw new InvalidOperationException("A killed server is still connected to the database.");
            await Task.Delay(10);
        }
    }
}

/// <summary>One rating with its draft, its newest revision and the end of the chain.</summary>
/// <param name="Draft">The draft, if there is one.</param>
/// <param name="Entries">How many entries of drafts there are, with or without their draft.</param>
/// <param name="Revision">The newest revision, if there is one.</param>
/// <param name="Grounds">How many rows of grounds there are, with or without their revision.</param>
/// <param name="Changes">How many changes the head of the chain counts.</param>
/// <param name="Last">The last change.</param>
internal sealed record RatingState(Draft? Draft, int Entries, Revision? Revision, int Grounds, long Changes, Change Last)
{
    public int Number => Revision?.Number ?? 0;

    /// <summary>What is wrong with it as the state before a submit of this draft; null when nothing was done.</summary>
    /// <param name="before">As it stood.</param>
    public string? NothingDone(RatingState before)
    {
        if (Draft is null || Entries != 7)
            return $"the draft has {Entries} entries";
        if (!SubjectWords.All.All(subject => Draft[subject].Judgement == before.Draft![subject].Judgement && Draft[subject].Version == before.Draft[subject].Version))
            return "the draft says something else";
        if (Number != before.Number || Grounds != before.Grounds)
            return $"revision {Number}, {Grounds} grounds";
        return Changes == before.Changes && Last.Number == before.Changes ? null : $"{Changes} changes, the last is {Last.Number}";
    }

    /// <summary>What is wrong with it as the state behind a submit; null when everything was done.</summary>
    /// <param name="before">As it stood.</param>
    public string? AllDone(RatingState before)
    {
        if (Draft is not null || Entries != 0)
            return $"the draft still has {Entries} entries";
        if (Revision is null || Number != before.Number + 1 || Grounds != before.Grounds + 7)
            return $"revision {Number}, {Grounds} grounds";
        if (!SubjectWords.All.All(subject => Revision.Judgement(subject) == before.Draft![subject].Judgement) || Revision.Reason != before.Draft!.Reason)
            return $"revision {Number} says something else";
        return Changes == before.Changes + 1 && Last.Number == Changes && Revision.Change == Last.Number && Last.Action == ChangeAction.RatingSubmitted
            && Last.Touched.StartsWith($"rating:{Revision.NetworkId}/{Revision.Year}/", StringComparison.Ordinal)
            && Last.Details.Contains($"\"revision\":{Number}", StringComparison.Ordinal)
            ? null
            : $"{Changes} changes, the last is {Last.Number}, {Last.Action}";
    }
}
