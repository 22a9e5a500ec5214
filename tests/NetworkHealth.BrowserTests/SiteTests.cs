using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing.Template;

namespace NetworkHealth.BrowserTests;

/// <summary>The list of pages misses none.</summary>
public sealed class SiteTests
{
    private static readonly Dictionary<string, string> NoPlace = new()
    {
        ["/account/sign-in/code"] = "Asks for a password first: InvitationTests goes there.",
        ["/not-found"] = "Shown at the addresses that hold nothing: the place not-found.",
    };

    [Fact]
    public void Every_page_is_a_place_or_has_its_reason()
    {
        var pages = Pages();
        Assert.NotEmpty(pages);

        var visited = Site.Places.Select(place => PageAt(pages, place.Address)?.TemplateText).ToHashSet();

        Assert.Equal(NoPlace.Keys.Order(), pages.Select(page => $"/{page.TemplateText}").Where(page => !visited.Contains(page[1..])).Order());
    }

    [Fact]
    public void Every_place_has_a_name_of_its_own()
    {
        Assert.Equal([], Site.Places.GroupBy(place => place.Name).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    private static IReadOnlyList<RouteTemplate> Pages() =>
        [.. typeof(Shell.App).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>(inherit: false)).Select(route => TemplateParser.Parse(route.Template.TrimStart('/')))];

    // Of several that fit, the one with the most words in it, as the router chooses.
    private static RouteTemplate? PageAt(IReadOnlyList<RouteTemplate> pages, string address) => pages
        .Where(page => new TemplateMatcher(page, []).TryMatch(address.Split('?')[0], []))
        .MinBy(RoutePrecedence.ComputeInbound);
}
