using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace NetworkHealth.Shell;

/// <summary>The choices of the dashboard that led to a page, carried along in its address, so that the way back keeps them.</summary>
internal static class CameFrom
{
    /// <summary>Such as <c>focus=instructional</c>; empty where no dashboard led here.</summary>
    public static string From(this NavigationManager navigation) =>
        QueryHelpers.ParseQuery(new Uri(navigation.Uri).Query).TryGetValue("from", out var from) ? from.ToString() : "";

    /// <summary>The way back. It stays on the cohort's own page, whatever the address holds.</summary>
    public static string Back(this NavigationManager navigation, string cohort) => Links.Cohort(cohort, query: navigation.From());

    /// <summary>An address that carries them along.</summary>
    public static string With(this NavigationManager navigation, string address) => Links.From(address, navigation.From());
}
