namespace NetworkHealth.BrowserTests;

/// <summary>Every page there is, with who looks at it: the list that the look, axe and the narrow screen go through.</summary>
public static class Site
{
    public sealed record Place(string Name, string Address, string? SignedInAs);

    public const string Administrator = "admin@demo.example";
    public const string Leader = "leader@demo.example";
    public const string Member = "member@demo.example";
    public const string Evaluator = "evaluator@demo.example";

    public static IReadOnlyList<Place> Places { get; } =
    [
        new("sign-in", "/account/sign-in", null),
        new("set-password", "/account/set-password?person=x&token=x", null),
        new("method", "/method", null),
        new("framework", "/framework", null),
        new("framework-domain", "/framework/NC", null),
        new("framework-contexts", "/framework/CX", null),
        new("framework-form", "/framework/form", null),
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
        new("not-found", "/networks/demo/nobody", Leader),
        new("error", "/error", null),
    ];
}
