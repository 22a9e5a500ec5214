using System.Globalization;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.AuditTrail;

/// <summary>A network's profile field by field; null is unknown.</summary>
internal static class ProfileFields
{
    public static IEnumerable<(string Name, string? Value)> Of(NetworkProfile profile) =>
    [
        ("Hub organisation", profile.HubOrganisation),
        ("Kind of organisation", profile.HubType?.Words()),
        ("Problem focus", profile.ProblemFocus?.Words()),
        ("Structure", profile.Structure?.Words()),
        ("Schools", Text(profile.Schools)),
        ("Districts", Text(profile.Districts)),
        ("Teams", Text(profile.Teams)),
        ("Start of the grant", ProfileWords.GrantDate(profile.GrantStartYear, profile.GrantStartMonth)),
        ("End of the grant", ProfileWords.GrantDate(profile.GrantEndYear, profile.GrantEndMonth)),
        ("Launch year", Text(profile.LaunchYear)),
        ("Launched during the pandemic", YesNo(profile.PandemicLaunch)),
        ("Aim", profile.Aim),
        .. NsiCriterion.All.Select(criterion => (criterion.Words, YesNo(criterion.Of(profile)))),
    ];

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? YesNo(bool? answer) => answer is not { } said ? null : said ? "yes" : "no";
}
