using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using NetworkHealth.Data;

namespace NetworkHealth.Tests;

/// <summary>The demo with its statements counted.</summary>
public sealed class CountingApp : TestApp
{
    public SqlCounter Counter { get; } = new();
    public CountedHasher Hasher { get; } = new();

    protected override string EnvironmentName => "Development";

    /// <summary>How many statements a page takes once everything is warm.</summary>
    public async Task<int> StatementsFor(HttpClient client, string address)
    {
        await Html.Read(client, address);
        return (await Counter.During(() => Html.Read(client, address))).Count;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services =>
        {
            Counter.Watch(services);
            services.AddSingleton<IPasswordHasher<Person>>(Hasher);
        });
    }
}
