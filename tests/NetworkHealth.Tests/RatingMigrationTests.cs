using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Tests;

/// <summary>Notes of the years before drafts are kept, however they were written.</summary>
public sealed class RatingMigrationTests
{
    private const string Odd = "She said \"no\" \\ 'yes'; {0} \t\U0001F600 שלום\r\nand \u2028 so on";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Notes_of_before_become_one_text_in_their_order()
    {
        await using var db = await AtHouse();
        var network = await Network(db);
        await Revision(db, network.Id, 2023, "self", 1, "2024.1");
        await Revision(db, network.Id, 2023, "self", 2, null);
        await Revision(db, network.Id, 2023, "external", 1, null);
        await Revision(db, network.Id, 2024, "self", 1, null);
        foreach (var (year, source, revision, subject, position, text) in new[]
                 {
                     (2023, "self", 1, Subject.Overall, 10, "tenth"), (2023, "self", 1, Subject.Overall, 2, "second\n\nwith a blank line"), (2023, "self", 1, Subject.Overall, 0, "first"),
                     (2023, "self", 1, Subject.NetworkCulture, 1, Odd), (2023, "self", 2, Subject.Overall, 3, "alone"), (2023, "external", 1, Subject.Overall, 0, "theirs"),
                     (2024, "self", 1, Subject.ContextsForImprovement, 1, new string('x', 4000)), (2024, "self", 1, Subject.ContextsForImprovement, 0, "short"),
                 })
        {
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO evidence_notes (network_id, year, source, revision, subject, position, text) VALUES ({network.Id}, {year}, {source}, {revision}, {(short)subject}, {position}, {text})", Ct);
        }

        await db.Database.MigrateAsync(Ct);

        var revisions = await db.Revisions.AsNoTracking().Include(r => r.Grounds).OrderBy(r => r.Year).ThenBy(r => r.Source).ThenBy(r => r.Number).ToListAsync(Ct);
        Assert.Equal(
            [
                (2023, RatingSource.External, 1, Subject.Overall, "theirs"),
                (2023, RatingSource.Self, 1, Subject.Overall, "first\n\nsecond\n\nwith a blank line\n\ntenth"), (2023, RatingSource.Self, 1, Subject.NetworkCulture, Odd),
                (2023, RatingSource.Self, 2, Subject.Overall, "alone"),
                (2024, RatingSource.Self, 1, Subject.ContextsForImprovement, "short\n\n" + new string('x', 4000)),
            ], revisions.SelectMany(r => r.Grounds.OrderBy(of => of.Subject).Select(of => (r.Year, r.Source, r.Number, of.Subject, of.Grounds.Seen))));
        Assert.All(revisions, revision => Assert.Equal(Answer.Of(Level.DevelopingMid), revision.Answers.Overall));
        Assert.All(revisions.SelectMany(r => r.Grounds), of => Assert.Equal(new Grounds { Seen = of.Grounds.Seen }, of.Grounds));
        Assert.All(await Stored(db), json => Assert.Equal(["seen"], JsonDocument.Parse(json).RootElement.EnumerateObject().Select(field => field.Name)));
    }

    [Fact]
    public async Task A_database_without_notes_migrates_too()
    {
        await using var db = await AtHouse();
        await Revision(db, (await Network(db)).Id, 2023, "self", 1, null);

        await db.Database.MigrateAsync(Ct);

        Assert.Empty(await Stored(db));
        Assert.Single(await db.Revisions.ToListAsync(Ct));
    }

    private static async Task<NetworkHealthDb> AtHouse()
    {
        var db = TestDatabase.Context(TestDatabase.Kind, await TestDatabase.Create(TestDatabase.Kind, migrated: false));
        await db.GetService<IMigrator>().MigrateAsync("House", Ct);
        return db;
    }

    private static async Task<Network> Network(NetworkHealthDb db)
    {
        // The model of today has columns that the tables of then lack.
        var cohort = new Cohort("delta", "Delta");
        var network = new Network(cohort.Id, "A", "A");
        await db.Database.ExecuteSqlAsync($"INSERT INTO cohorts (id, slug, name) VALUES ({cohort.Id}, {cohort.Slug}, {cohort.Name})", Ct);
        await db.Database.ExecuteSqlAsync($"INSERT INTO networks (id, cohort_id, code, name) VALUES ({network.Id}, {cohort.Id}, {network.Code}, {network.Name})", Ct);
        return network;
    }

    private static Task<int> Revision(NetworkHealthDb db, Guid networkId, int year, string source, int number, string? framework) => db.Database.ExecuteSqlAsync(
        $"INSERT INTO revisions (network_id, year, source, number, framework_version, change, overall) VALUES ({networkId}, {year}, {source}, {number}, {framework}, 1, 2)", Ct);

    private static Task<List<string>> Stored(NetworkHealthDb db) => db.Database.SqlQuery<string>($"SELECT grounds AS \"Value\" FROM revision_grounds").ToListAsync(Ct);
}
