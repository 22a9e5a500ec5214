using NetworkHealth.Domain;

namespace NetworkHealth.Shell;

/// <summary>Addresses of our pages; codes may hold any visible character.</summary>
public static class Links
{
    public const string Framework = "/framework";

    public const string FrameworkForm = "/framework/form";

    public static string Domain(Subject domain) => $"{Framework}/{domain.Code()}";

    public static string Cohort(string slug, RatingSource? source = null) => $"/cohorts/{slug}/trajectories{Query(source)}";

    public static string Network(string cohort, string code, RatingSource? source = null) => $"/networks/{cohort}/{Uri.EscapeDataString(code)}{Query(source)}";

    public static string Trajectory(string cohort, string code, RatingSource? source = null) =>
        $"/networks/{cohort}/{Uri.EscapeDataString(code)}/trajectory{Query(source)}";

    public static string File(string cohort, string file) => $"/api/v1/cohorts/{cohort}/{file}.csv";

    private static string Query(RatingSource? source) => source is { } given ? $"?source={given.Code()}" : "";
}
