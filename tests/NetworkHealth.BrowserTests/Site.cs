namespace NetworkHealth.BrowserTests;

/// <summary>Every page there is, with who looks at it: the list that the look, axe and the narrow screen go through.</summary>
public static class Site
{
    /// <param name="Name">How it is called in findings and pictures.</param>
    /// <param name="Address">May hold <c>{person}</c>, <c>{file}</c> and <c>{strategy}</c>; see <see cref="SiteVisits"/>.</param>
    /// <param name="SignedInAs">Who looks at it.</param>
    /// <param name="Status">What it answers.</param>
    /// <param name="IsAlive">Whether its reader writes in it in place, over a connection.</param>
    public sealed record Place(string Name, string Address, string? SignedInAs, int Status = 200, bool IsAlive = false);

    public const string Administrator = "admin@demo.example";
    public const string Leader = "leader@demo.example";
    public const string Member = "member@demo.example";
    public const string Evaluator = "evaluator@demo.example";
    public const string Funder = "funder@demo.example";
    public const string Researcher = "researcher@demo.example";

    public static IReadOnlyList<Place> Places { get; } =
    [
        new("sign-in", "/account/sign-in", null),
        new("set-password", "/account/set-password?person=x&token=x", null),
        new("method", "/method", null),
        new("framework", "/framework", null),
        new("framework-domain", "/framework/NC", null),
        new("framework-contexts", "/framework/CX", null),
        new("framework-form", "/framework/form", null),
        new("strategies", "/strategies", null),
        new("strategies-hub", "/strategies?way=codify", Leader),
        new("strategies-discuss", "/strategies/discuss", null),
        new("strategy-new", "/strategies/new", Leader),
        new("strategy-copy", "/strategies/playing-cards/copy", Leader),
        new("strategy-change", "/strategies/{strategy}/change", Leader),
        new("worksheet-blank", "/strategies/worksheet", null),
        new("worksheet", "/networks/demo/RIV/sustainability/worksheet", Leader),
        new("home", "/", Leader),
        new("account", "/account", Leader),
        new("account-name", "/account/name", Leader),
        new("account-address", "/account/address", Leader),
        new("account-password", "/account/password", Leader),
        new("account-second-factor", "/account/second-factor", Leader),
        new("account-passkeys", "/account/passkeys", Leader),
        new("account-sessions", "/account/sessions", Leader),
        new("home-administrator", "/", Administrator),
        new("cohorts", "/cohorts", Administrator),
        new("cohort-published", "/cohorts/published/trajectories", Administrator),
        new("cohort-demo", "/cohorts/demo/trajectories", Administrator),
        new("label", "/networks/demo/RIV/trajectory/label?subject=OVERALL&source=self", Leader),
        new("home-evaluator", "/", Evaluator),
        new("cohort-evaluator", "/cohorts/demo/trajectories", Evaluator),
        new("network", "/networks/demo/RIV", Leader),
        new("trajectory", "/networks/demo/RIV/trajectory", Leader),
        new("trajectory-published", "/networks/published/LD2/trajectory", Administrator),
        new("report", "/networks/demo/RIV/ratings/2025/report", Leader),
        new("history", "/networks/demo/RIV/ratings/2025/history", Leader),
        new("prepare", "/networks/demo/RIV/ratings/2026/prepare", Leader),
        new("rating-begin", "/networks/demo/RIV/ratings/2026", Leader),
        new("rating-submitted", "/networks/demo/RIV/ratings/2025", Leader),
        new("rating-no-cycle", "/networks/demo/RIV/ratings/1999", Leader),
        new("tokens", "/account/tokens", Leader),
        new("not-found", "/networks/demo/nobody", Leader, 404),
        new("error", "/error", null),
        new("problem", "/problem/429", null),
        new("home-member", "/", Member),
        new("home-researcher", "/", Researcher),
        new("people-of-hub", "/networks/demo/RIV/people", Leader),
        new("matrix", "/networks/demo/RIV/sustainability", Leader, IsAlive: true),
        new("matrix-writing", "/networks/demo/RIV/sustainability?cell=D6-individual", Leader, IsAlive: true),
        new("matrix-observed", "/networks/demo/RIV/sustainability?view=observed", Member, IsAlive: true),
        new("matrix-not-seen", "/networks/demo/RIV/sustainability?view=not-seen", Leader, IsAlive: true),
        new("matrix-not-planned", "/networks/demo/RIV/sustainability?view=not-planned", Administrator),
        new("matrix-funder", "/networks/demo/TGN/sustainability", Funder),
        new("follow-up", "/networks/demo/RIV/sustainability/follow-up", Leader, IsAlive: true),
        new("sharing", "/networks/demo/RIV/sharing", Leader),
        new("context", "/networks/demo/RIV/context", Leader),
        new("context-year", "/networks/demo/RIV/context?year=2025", Leader),
        new("context-published", "/networks/published/LD2/context", Administrator),
        new("profile", "/networks/demo/RIV/context/profile", Leader),
        new("teams", "/networks/demo/RIV/teams", Leader),
        new("teams-administrator", "/networks/demo/RIV/teams?year=2024", Administrator),
        new("submit-nothing", "/networks/demo/RIV/ratings/2026/submit", Leader),
        new("discard-nothing", "/networks/demo/RIV/ratings/2026/discard", Leader),
        new("admin", "/admin", Administrator),
        new("admin-people", "/admin/people", Administrator),
        new("admin-people-found", "/admin/people?q=leader", Administrator),
        new("admin-invite", "/admin/people/invite", Administrator),
        new("admin-person", "/admin/people/{person}", Administrator),
        new("admin-erase", "/admin/people/{person}/erase", Administrator),
        new("admin-cohorts", "/admin/cohorts", Administrator),
        new("admin-cohort", "/admin/cohorts/demo", Administrator),
        new("admin-network", "/admin/cohorts/demo/networks/RIV", Administrator),
        new("admin-import", "/admin/import", Administrator),
        new("admin-import-preview", "/admin/import/{file}", Administrator),
        new("admin-import-over", "/admin/import/over", Administrator),
        new("admin-audit", "/admin/audit", Administrator),
        new("home-funder", "/", Funder),
        new("cohort-short-funder", "/cohorts/demo", Funder),
        new("cohort-funder", "/cohorts/demo/trajectories", Funder),
        new("network-label-only", "/networks/demo/CPL", Funder),
        new("network-levels", "/networks/demo/HFM", Funder),
        new("trajectory-levels", "/networks/demo/HFM/trajectory", Funder),
        new("network-evidence", "/networks/demo/TGN", Funder),
        new("trajectory-evidence", "/networks/demo/TGN/trajectory", Funder),
        new("report-evidence", "/networks/demo/TGN/ratings/2025/report", Funder),
        new("context-evidence", "/networks/demo/TGN/context", Funder),
        new("teams-evidence", "/networks/demo/TGN/teams", Funder),
        new("not-shared", "/networks/demo/CPL/ratings/2025/report", Funder, 404),
    ];
}
