using NetworkHealth.Domain;

namespace NetworkHealth.Shell;

/// <summary>Addresses of our pages; codes may hold any visible character.</summary>
public static class Links
{
    public const string Framework = "/framework";

    public const string FrameworkForm = "/framework/form";

    public static string Domain(Subject domain) => $"{Framework}/{domain.Code()}";

    /// <summary>A cohort at a glance.</summary>
    /// <param name="slug">Of the cohort.</param>
    /// <param name="page">Such as <c>trajectories</c>; empty for its dashboard.</param>
    /// <param name="query">Filters, such as <c>focus=instructional</c>.</param>
    public static string Cohort(string slug, string page = "", string query = "") => $"/cohorts/{slug}{(page.Length > 0 ? "/" + page : "")}{(query.Length > 0 ? "?" + query : "")}";

    /// <summary>What the networks of a cohort plan to last, as counts.</summary>
    /// <param name="slug">Of the cohort.</param>
    /// <param name="view">Such as <c>observed</c>; null leaves it to the page.</param>
    /// <param name="way">Only this strategy; null for all.</param>
    public static string CohortMatrix(string slug, string? view = null, Strategy? way = null)
    {
        string[] parameters = [.. new[] { view is null ? "" : $"view={view}", way is { } one ? $"strategy={one.Code()}" : "" }.Where(part => part.Length > 0)];
        return $"/cohorts/{slug}/sustainability{(parameters.Length == 0 ? "" : $"?{string.Join('&', parameters)}")}";
    }

    public static string Network(string cohort, string code, RatingSource? source = null) => $"/networks/{cohort}/{Uri.EscapeDataString(code)}{Query(source)}";

    /// <summary>An address that remembers the choices of the dashboard it was reached from.</summary>
    public static string From(string address, string? choices) =>
        string.IsNullOrEmpty(choices) ? address : $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}from={Uri.EscapeDataString(choices)}";

    public static string Trajectory(string cohort, string code, RatingSource? source = null) =>
        $"/networks/{cohort}/{Uri.EscapeDataString(code)}/trajectory{Query(source)}";

    /// <summary>A network beside the middle of the others, in a closed cycle.</summary>
    public static string Beside(string cohort, string code, RatingSource? source = null, int? year = null) =>
        $"/networks/{cohort}/{Uri.EscapeDataString(code)}/beside{Query(source)}{(year is { } of ? $"{(source is null ? "?" : "&")}cycle={of}" : "")}";

    /// <summary>Where the leader chooses what the funder reads.</summary>
    public static string Sharing(string cohort, string code) => $"/networks/{cohort}/{Uri.EscapeDataString(code)}/sharing";

    /// <summary>Where another label is set beside the rule's.</summary>
    public static string Label(string cohort, string code, RatingSource source, Subject subject) =>
        $"/networks/{cohort}/{Uri.EscapeDataString(code)}/trajectory/label?subject={subject.Code()}&source={source.Code()}";

    /// <summary>A page of one rating.</summary>
    /// <param name="cohort">Slug of the cohort.</param>
    /// <param name="code">Code of the network.</param>
    /// <param name="year">The cycle.</param>
    /// <param name="source">Who judged; null leaves it to the page.</param>
    /// <param name="page">Such as <c>report</c>; empty for the rating itself.</param>
    /// <param name="query">Further parameters, such as <c>step=HL</c>.</param>
    public static string Rating(string cohort, string code, int year, RatingSource? source = null, string page = "", string query = "")
    {
        string path = $"/networks/{cohort}/{Uri.EscapeDataString(code)}/ratings/{year}{(page.Length > 0 ? "/" + page : "")}";
        string[] parameters = [.. new[] { source is { } given ? $"source={given.Code()}" : "", query }.Where(part => part.Length > 0)];
        return parameters.Length == 0 ? path : $"{path}?{string.Join('&', parameters)}";
    }

    /// <summary>What should last when the network ends.</summary>
    /// <param name="cohort">Slug of the cohort.</param>
    /// <param name="code">Code of the network.</param>
    /// <param name="page">Such as <c>follow-up</c>; empty for the matrix itself.</param>
    /// <param name="query">Further parameters, such as <c>view=observed</c>.</param>
    public static string Sustainability(string cohort, string code, string page = "", string query = "") =>
        $"/networks/{cohort}/{Uri.EscapeDataString(code)}/sustainability{(page.Length > 0 ? "/" + page : "")}{(query.Length > 0 ? "?" + query : "")}";

    /// <summary>What a network is, and what happened around it in a year.</summary>
    public static string Context(string cohort, string code, int? year = null) => $"/networks/{cohort}/{Uri.EscapeDataString(code)}/context{(year is { } of ? $"?year={of}" : "")}";

    /// <summary>Its improvement teams, as observed in a year.</summary>
    public static string Teams(string cohort, string code, int? year = null) => $"/networks/{cohort}/{Uri.EscapeDataString(code)}/teams{(year is { } of ? $"?year={of}" : "")}";

    /// <summary>Where the leader says what the network is.</summary>
    public static string Profile(string cohort, string code) => $"{Context(cohort, code)}/profile";

    /// <summary>Where a team is called otherwise or taken out.</summary>
    public static string Team(string cohort, string code, string team) => $"{Teams(cohort, code)}?team={Uri.EscapeDataString(team)}";

    public const string Strategies = "/strategies", Discuss = $"{Strategies}/discuss", BlankWorksheet = $"{Strategies}/worksheet", NewStrategy = $"{Strategies}/new";

    /// <summary>Where a hub writes down a strategy of its own.</summary>
    public static string NewStrategyOf(string cohort, string code) => $"{NewStrategy}?network={cohort}/{Uri.EscapeDataString(code)}";

    /// <summary>A page of one strategy, such as <c>copy</c> or <c>change</c>.</summary>
    public static string Strategy(string id, string page) => $"{Strategies}/{id}/{page}";

    public static string File(string cohort, string file) => $"/api/v1/cohorts/{cohort}/{file}.csv";

    /// <summary>Where a hub leader invites the members of the hub.</summary>
    public static string HubPeople(string cohort, string code) => $"/networks/{cohort}/{Uri.EscapeDataString(code)}/people";

    public const string Admin = "/admin", People = $"{Admin}/people", InvitePerson = $"{People}/invite", AdminCohorts = $"{Admin}/cohorts", Import = $"{Admin}/import", Audit = $"{Admin}/audit";

    public static string Person(Guid id, string page = "") => $"{People}/{id}{(page.Length > 0 ? "/" + page : "")}";

    public static string AdminCohort(string slug) => $"{AdminCohorts}/{slug}";

    public static string AdminNetwork(string cohort, string code) => $"{AdminCohorts}/{cohort}/networks/{Uri.EscapeDataString(code)}";

    private static string Query(RatingSource? source) => source is { } given ? $"?source={given.Code()}" : "";
}
