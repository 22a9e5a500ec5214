using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;
using NetworkHealth.Features.AnnualRating;

namespace NetworkHealth.BrowserTests;

/// <summary>A submitted rating of one year and a draft of the next, by both sources, in several networks of the demo; every text says whose it is.</summary>
internal sealed class MarkedRatings(RatingDesk desk)
{
    public const string Own = "RIV", SharesEvidence = "TGN", SharesLabel = "CPL";

    public static IReadOnlyList<string> Networks { get; } = [Own, SharesEvidence, SharesLabel];

    /// <summary>Every mark there is.</summary>
    public static IReadOnlyList<string> Marks { get; } =
    [
        .. from network in Networks
           from source in RatingSourceWords.All
           from state in (string[])["submitted", "draft"]
           from field in (string[])["why", "seen", "title", "link", "survey", "found"]
           select $"{Mark(network, source, state)}-{field}",
    ];

    public static string Mark(string network, RatingSource source, string state) => $"mark-{network}-{source.Code()}-{state}".ToLowerInvariant();

    /// <returns>The draft of the demo leader's network by the hub; the submitted rating is a year older.</returns>
    public async Task<RatingAddress> Write()
    {
        var (submitted, draft) = (await desk.NewYear(), await desk.NewYear());
        foreach (string network in Networks)
            foreach (var source in RatingSourceWords.All)
            {
                var by = await RaterOf(network);
                await Fill(by, submitted with { Code = network, Source = source }, "submitted");
                await desk.Drafts.Submit(by, submitted with { Code = network, Source = source }, (await desk.Draft(submitted with { Code = network, Source = source }))!.Edition);
                await Fill(by, draft with { Code = network, Source = source }, "draft");
            }

        return draft;
    }

    private async Task Fill(Actor by, RatingAddress rating, string state)
    {
        await desk.Drafts.Open(by, rating);
        foreach (var subject in SubjectWords.All)
            await desk.Say(rating, subject, new Judgement(Answer.Of(Level.DevelopingMid), Grounds(Mark(rating.Code, rating.Source, state))), Site.Researcher);
    }

    private static Grounds Grounds(string mark) => new()
    {
        Why = $"{mark}-why",
        Seen = $"{mark}-seen",
        Links = [new EvidenceLink(1, $"{mark}-title", $"https://example.org/{mark}-link", new DateOnly(2026, 1, 2))],
        Surveys = [new SurveyResult(2, $"{mark}-survey", new DateOnly(2026, 1, 2), 3, 4, $"{mark}-found")],
    };

    // Rights that no account has; nobody of whom a test asks anything.
    private async Task<Actor> RaterOf(string code)
    {
        await using var db = desk.CreateDbContext();
        var network = await db.Networks.SingleAsync(n => n.Code == code);
        var person = await db.Users.SingleAsync(p => p.Email == Site.Researcher);
        return new Actor(person.Id, [new Grant(person.Id, Role.HubLeader, networkId: network.Id), new Grant(person.Id, Role.Evaluator, network.CohortId)]);
    }
}
