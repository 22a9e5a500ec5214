using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using NetworkHealth.Domain;

namespace NetworkHealth.Shell.Security;

/// <summary>The setting <c>KnownProxies</c>: addresses and networks, divided by commas, whose word on the client's address and scheme counts.</summary>
internal static class KnownProxies
{
    private static readonly char[] Dividers = [',', ';', ' '];

    /// <summary>Without the setting nobody is believed.</summary>
    public static void UseKnownProxies(this WebApplication app)
    {
        if (Read(app.Configuration["KnownProxies"]) is { } options)
            app.UseForwardedHeaders(options);
    }

    /// <exception cref="DomainRuleException">It names something else.</exception>
    internal static ForwardedHeadersOptions? Read(string? setting)
    {
        // However many known proxies stand in a row, the first stranger before them is the client.
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        string[] parts = (setting ?? "").Split(Dividers, StringSplitOptions.RemoveEmptyEntries);
        foreach (string part in parts)
        {
            if (IPAddress.TryParse(part, out var address))
                options.KnownProxies.Add(address);
            else if (System.Net.IPNetwork.TryParse(part, out var network))
                options.KnownIPNetworks.Add(network);
            else
                throw new DomainRuleException($"KnownProxies: '{part}' is no address such as 10.0.0.5 and no network such as 10.0.0.0/8.");
        }

        return parts.Length == 0 ? null : options;
    }
}
