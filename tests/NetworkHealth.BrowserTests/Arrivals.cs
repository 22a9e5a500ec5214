using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace NetworkHealth.BrowserTests;

/// <summary>
/// Waits until a page is somewhere else, by its address alone: Playwright's own way then waits for a state of loading, which it misses where the
/// address had come before it asked.
/// </summary>
internal static class Arrivals
{
    public static Task Reaches(this IPage page, string part) => Assertions.Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(part)));

    public static Task Leaves(this IPage page, string part) => Assertions.Expect(page).Not.ToHaveURLAsync(new Regex(Regex.Escape(part)));
}
