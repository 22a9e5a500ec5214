using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using NetworkHealth.Features.Demo;
using NetworkHealth.Tests;

namespace NetworkHealth.BrowserTests;

/// <summary>The real application on a loopback port with the demo loaded, and the system's Chromium in front of it.</summary>
public sealed class LiveApp : WebApplicationFactory<Shell.App>, IAsyncLifetime
{
    private Chromium browser = null!;

    public string Address { get; private set; } = "";

    public string Connection { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Connection = await TestDatabase.Create(TestDatabase.Kind);
        UseKestrel(0);
        StartServer();
        Address = ClientOptions.BaseAddress.ToString().TrimEnd('/').Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        // Tests of both databases share a small machine.
        Assertions.SetDefaultExpectTimeout(20_000);
        browser = await Chromium.Launch();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("ConnectionStrings:NetworkHealth", Connection);
        foreach (var (name, value) in NoLimits.Settings)
            builder.UseSetting(name, value);
        builder.ConfigureLogging(logging => logging.ClearProviders());
    }

    /// <summary>A window of its own: its cookies, its size, its theme; on another application than this one where an address says so.</summary>
    public async Task<IPage> NewPage(int width = 1280, ColorScheme scheme = ColorScheme.Light, string? signedInAs = null, string? address = null)
    {
        var page = await browser.NewPage(address ?? Address, width, scheme);
        if (signedInAs is not null)
            await SignIn(page, signedInAs);
        return page;
    }

    public static async Task SignIn(IPage page, string email)
    {
        await page.GotoAsync("/account/sign-in");
        await page.GetByLabel("E-mail").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(DemoData.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.Leaves("/account/sign-in");
        await Assertions.Expect(page.Locator("main h1")).ToBeVisibleAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
