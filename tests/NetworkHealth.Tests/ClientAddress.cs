using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace NetworkHealth.Tests;

/// <summary>Requests of tests come from the address in a header, since the test server knows none.</summary>
public sealed class ClientAddress : IStartupFilter
{
    public const string Header = "Test-Client-Address";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((http, further) =>
        {
            if (http.Request.Headers[Header] is [{ } address])
                http.Connection.RemoteIpAddress = IPAddress.Parse(address);
            return further(http);
        });
        next(app);
    };
}
