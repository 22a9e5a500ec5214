using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using NetworkHealth.Shell.Security;

namespace NetworkHealth.Tests.Security;

/// <summary>The application on a port of its own with two endpoints that count what is sent: one takes files up to 2 MB, one does not.</summary>
public sealed class UploadApp : TestApp, IAsyncLifetime
{
    public const string Upload = "/api/v1/test/upload", Plain = "/api/v1/test/plain";

    protected override string EnvironmentName => "Development";

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        UseKestrel(0);
        StartServer();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Limits:UploadMegabytes", "2");
        builder.ConfigureServices(services => services.AddTransient<IStartupFilter, Endpoints>());
    }

    // Before routing, which leaves a request that has its endpoint alone.
    private sealed class Endpoints : IStartupFilter
    {
        private static readonly RouteEndpoint UploadEndpoint = Counting(Upload, new UploadAttribute()), PlainEndpoint = Counting(Plain);

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, further) =>
            {
                if (http.Request.Path == Upload || http.Request.Path == Plain)
                    http.SetEndpoint(http.Request.Path == Upload ? UploadEndpoint : PlainEndpoint);
                return further(http);
            });
            next(app);
        };

        private static RouteEndpoint Counting(string path, params object[] metadata) => new(
            async http =>
            {
                var body = new MemoryStream();
                await http.Request.Body.CopyToAsync(body, http.RequestAborted);
                await http.Response.WriteAsync($"{body.Length}", http.RequestAborted);
            },
            RoutePatternFactory.Parse(path), 0, new EndpointMetadataCollection([new AuthorizeAttribute(), .. metadata]), path);
    }
}
