using Microsoft.AspNetCore.Hosting;

namespace NetworkHealth.Tests;

/// <summary>The demo with its statements counted.</summary>
public sealed class CountingApp : TestApp
{
    private readonly SqlCounter counter = new();

    protected override string EnvironmentName => "Development";

    /// <summary>How many statements a page takes once everything is warm.</summary>
    public async Task<int> StatementsFor(HttpClient client, string address)
    {
        await Html.Read(client, address);
        return (await counter.During(() => Html.Read(client, address))).Count;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(counter.Watch);
    }
}
