using Microsoft.Playwright;
using NetworkHealth.Features.AnnualRating;
using NetworkHealth.Shell;

namespace NetworkHealth.BrowserTests;

/// <summary>The form of a draft as its writer sees it.</summary>
internal static class RatingForm
{
    /// <summary>The address of a rating's page.</summary>
    public static string Page(this RatingAddress rating, string page = "", string? step = null) =>
        Links.Rating(rating.Cohort, rating.Code, rating.Year, rating.Source, page, step is null ? "" : $"step={step}");

    /// <summary>Opens a step and waits until it can be written in.</summary>
    public static async Task OpenStep(this IPage page, RatingAddress rating, string step = "HL")
    {
        await page.GotoAsync(rating.Page(step: step));
        await page.IsReady();
    }

    /// <summary>Waits until the form can be written in.</summary>
    public static Task IsReady(this IPage page) => Assertions.Expect(page.Locator("fieldset.entries:enabled")).ToBeVisibleAsync();

    /// <summary>A field by its name, such as <c>HL.seen</c>.</summary>
    public static ILocator Field(this IPage page, string name) => page.Locator($"[name='{name}']");

    /// <summary>One choice of a group, such as <c>HL.answer</c>.</summary>
    public static ILocator Choice(this IPage page, string name, string value) => page.Locator($"[name='{name}'][value='{value}']");

    /// <summary>The line that says where things stand.</summary>
    public static ILocator Standing(this IPage page) => page.Locator("[data-saved]");

    /// <summary>Waits until nothing that was typed waits for the server.</summary>
    public static async Task IsSaved(this IPage page)
    {
        await Assertions.Expect(page.Standing()).ToHaveTextAsync(Saved);
        Assert.Equal(0, await page.Unsaved());
    }

    /// <summary>How many drafts this browser holds text of that the server does not have.</summary>
    public static Task<int> Unsaved(this IPage page) =>
        page.EvaluateAsync<int>("() => Object.keys(localStorage).filter(key => key.startsWith('rating ')).length");

    public static System.Text.RegularExpressions.Regex Saved { get; } = new(@"^Saved at \d\d:\d\d\. The draft is on the server\.$");
}
