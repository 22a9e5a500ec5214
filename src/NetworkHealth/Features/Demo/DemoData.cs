using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Features.DataImport;

namespace NetworkHealth.Features.Demo;

/// <summary>An account that anybody may use on a development database.</summary>
public sealed record DemoAccount(string Email, Role Role, string Sees);

/// <summary>
/// Two cohorts to look at: the eleven published networks and eight invented ones. It brings them in as an operator would, through the
/// import, and adds what no file holds: notes beside ratings, what is shared, and accounts.
/// </summary>
public static class DemoData
{
    public const string Published = "published";
    public const string Demo = "demo";
    public const string Password = "several small tests";
    public const string LeaderNetwork = "RIV";
    public const int OpenCycle = 2026;

    private const string PublishedFile = "published-trajectories.csv";
    private const string DemoFile = "demo-ratings.csv";

    // What else is told of the networks, as an administrator would bring it. Which published network works on which problem is not
    // published: the file spreads the published counts over them.
    private static readonly (string Cohort, ImportKind Kind, string File)[] Told =
    [
        (Published, ImportKind.Networks, "published-networks.csv"), (Demo, ImportKind.Context, "demo-context.csv"), (Demo, ImportKind.Teams, "demo-teams.csv"),
        (Demo, ImportKind.Sustainability, "demo-sustainability.csv"),
    ];

    public static IReadOnlyList<DemoAccount> Accounts { get; } =
    [
        new("admin@demo.example", Role.Administrator, "Administrator: sees the eleven published networks and eight invented ones"),
        new("leader@demo.example", Role.HubLeader, "Hub leader of the Riverbend Math Collaborative"),
        new("member@demo.example", Role.HubMember, "Member of the same hub"),
        new("evaluator@demo.example", Role.Evaluator, "Evaluator of the invented cohort: rates its networks from outside"),
        new("funder@demo.example", Role.Funder, "Funder of the invented cohort: reads what each network shares"),
        new("researcher@demo.example", Role.Researcher, "Researcher of the invented cohort; has no pages in this version"),
    ];

    /// <summary>Loads the demo if nobody and nothing is here; else does nothing.</summary>
    public static async Task LoadIntoEmpty(IServiceProvider services, CancellationToken ct = default)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetworkHealthDb>();
        if (await db.Users.AnyAsync(ct) || !await HoldsNothingElse(db, ct))
            return;

        var import = scope.ServiceProvider.GetRequiredService<Imports>();
        await Import(import, new ImportOrder(Published, PublishedFile, "Published networks (problem focus invented)", RatingSource.External), ct);
        await Import(import, new ImportOrder(Demo, DemoFile, "Northlight cohort (invented)"), ct);
        foreach (var (slug, kind, file) in Told)
            await Import(import, new ImportOrder(slug, file, null, Kind: kind), ct);

        var clock = scope.ServiceProvider.GetRequiredService<TimeProvider>();
        await using var change = await db.BeginChange(Actor.Operator, clock, ct);
        var cohort = await db.Cohorts.SingleAsync(c => c.Slug == Demo, ct);
        cohort.AddCycle(OpenCycle, isOpen: true);
        cohort.Show(Display.Names, isNamedForResearch: false);
        change.Keep(cohort);
        var networks = await db.Networks.Where(n => n.CohortId == cohort.Id).ToDictionaryAsync(n => n.Code, ct);
        foreach (var described in await Read<List<DemoNetwork>>("demo-networks.json", ct))
            await Describe(db, change, networks[described.Code], described, ct);
        await AddPeople(scope.ServiceProvider.GetRequiredService<UserManager<Person>>(), db, cohort.Id, networks[LeaderNetwork].Id);
        await change.Commit(ChangeAction.DemoLoaded, cohort.Id, $"cohort:{cohort.Id}", ct: ct);
    }

    // Empty, or left by a start that was killed between its changes: then every change so far brought one of our own files.
    private static async Task<bool> HoldsNothingElse(NetworkHealthDb db, CancellationToken ct)
    {
        var ours = new List<string>();
        foreach (string file in (string[])[PublishedFile, DemoFile, .. Told.Select(told => told.File)])
            ours.Add(await Fingerprint(file, ct));
        var slugs = await db.Cohorts.Select(cohort => cohort.Slug).ToListAsync(ct);
        var changes = await db.Changes.Where(change => change.CohortId != null).Select(change => change.Details).ToListAsync(ct);
        return slugs.All(slug => slug is Published or Demo) && changes.All(details => ours.Any(hash => details.Contains(hash, StringComparison.Ordinal)));
    }

    private static async Task<string> Fingerprint(string file, CancellationToken ct)
    {
        await using var stream = Open(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, ct));
    }

    private static async Task Import(Imports import, ImportOrder order, CancellationToken ct)
    {
        await using var file = Open(order.FileName);
        var result = await import.Run(Actor.Operator, order, file, ct);
        if (result.IsRefused)
            throw new InvalidOperationException($"The demo file {order.FileName} is refused: {result.Problems[0]}");
    }

    private static async Task Describe(NetworkHealthDb db, OpenChange change, Network network, DemoNetwork described, CancellationToken ct)
    {
        network.Rename(described.Name);
        network.Share(described.Sharing, isKeptFromResearch: false);
        network.Describe(described.Profile);
        change.Keep(network);

        var ratings = await db.CurrentRevisions.Where(r => r.NetworkId == network.Id).ToListAsync(ct);
        foreach (var note in described.Notes)
            ratings.Single(r => r.Year == note.Year && r.Source == note.Source).Note(SubjectWords.Parse(note.Subject)!.Value, note.Text);
    }

    private static async Task AddPeople(UserManager<Person> people, NetworkHealthDb db, Guid cohortId, Guid networkId)
    {
        foreach (var account in Accounts)
        {
            var person = new Person { UserName = account.Email, Email = account.Email, EmailConfirmed = true };
            var made = await people.CreateAsync(person, Password);
            if (!made.Succeeded)
                throw new InvalidOperationException($"The demo account {account.Email} cannot be made: {made}");

            bool onNetwork = account.Role is Role.HubLeader or Role.HubMember, onCohort = account.Role > Role.HubMember;
            db.Grants.Add(new Grant(person.Id, account.Role, onCohort ? cohortId : null, onNetwork ? networkId : null));
        }
    }

    private static async Task<T> Read<T>(string file, CancellationToken ct)
    {
        await using var stream = Open(file);
        return (await JsonSerializer.DeserializeAsync<T>(stream, Json, ct))!;
    }

    private static Stream Open(string file) => typeof(DemoData).Assembly.GetManifestResourceStream($"demo/{file}")!;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };
}
