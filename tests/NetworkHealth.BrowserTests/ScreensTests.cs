using Microsoft.Playwright;

namespace NetworkHealth.BrowserTests;

/// <summary>Keeps <c>docs/screens</c>: each page, wide and narrow, light and dark, for people to look at.</summary>
public sealed class ScreensTests(LiveApp live) : IClassFixture<LiveApp>
{
    /// <summary>Set to 1 to write the pictures into the repository; else they only have to come out.</summary>
    public const string Variable = "NETWORKHEALTH_WRITE_SCREENS";

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Every_page_has_its_picture(int width, ColorScheme scheme)
    {
        await live.OnEveryPage(width, scheme, async (page, place) =>
        {
            byte[] picture = await page.ScreenshotAsync(new PageScreenshotOptions { FullPage = true });
            Assert.True(picture.Length > 5_000, $"{place.Name} is empty");
            if (Environment.GetEnvironmentVariable(Variable) == "1")
                await File.WriteAllBytesAsync(Path.Combine(Screens(), $"{place.Name}-{width}-{(scheme == ColorScheme.Dark ? "dark" : "light")}.png"), picture, TestContext.Current.CancellationToken);
        });
    }

    private static string Screens() => Directory.CreateDirectory(Path.Combine(Repository.Root, "docs", "screens")).FullName;
}
