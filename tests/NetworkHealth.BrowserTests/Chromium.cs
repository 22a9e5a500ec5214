using Microsoft.Playwright;

namespace NetworkHealth.BrowserTests;

/// <summary>The system's Chromium.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    // Debian's package, and what hosted build machines have.
    private static readonly string[] Programs = ["/usr/bin/chromium", "/usr/bin/google-chrome"];

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private Chromium(IPlaywright playwright, IBrowser browser) => (this.playwright, this.browser) = (playwright, browser);

    public static async Task<Chromium> Launch(params string[] further)
    {
        var playwright = await Playwright.CreateAsync();
        return new Chromium(playwright, await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Programs.FirstOrDefault(File.Exists) ?? throw new InvalidOperationException("No Chromium: install the chromium package."),
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--font-render-hinting=none", .. further,
            ],
        }));
    }

    /// <summary>A window of its own: its cookies, its size, its theme.</summary>
    /// <param name="address">Where its relative addresses begin.</param>
    /// <param name="width">In pixels; under 500 it is a phone.</param>
    /// <param name="scheme">Light or dark.</param>
    /// <param name="state">Cookies to begin with, as another window had them.</param>
    public async Task<IPage> NewPage(string address, int width = 1280, ColorScheme scheme = ColorScheme.Light, string? state = null)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address,
            ViewportSize = new ViewportSize { Width = width, Height = width < 500 ? 844 : 800 },
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            HasTouch = width < 500,
            StorageState = state,
        });
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
