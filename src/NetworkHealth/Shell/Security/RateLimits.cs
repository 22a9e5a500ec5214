using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.RateLimiting;

namespace NetworkHealth.Shell.Security;

/// <summary>
/// Counts requests a minute: by network address before anybody is asked who they are, by account afterwards. What is counted,
/// <see cref="LimitedAttribute"/> says.
/// </summary>
internal static class RateLimits
{
    public static RateLimiterOptions ByAddress(Limits limits) => Counting(Address, use => use switch
    {
        LimitedUse.SignIn => limits.SignInsPerAddress,
        LimitedUse.Export => limits.ExportsPerAddress,
        _ => limits.ApiPerAddress,
    });

    public static RateLimiterOptions ByAccount(Limits limits) => Counting(Account, use => use switch
    {
        LimitedUse.SignIn => limits.SignInsPerAccount,
        LimitedUse.Export => limits.ExportsPerAccount,
        _ => limits.ApiPerAccount,
    });

    /// <summary>An address as it is counted: whoever has one of IPv6 has a whole network of them.</summary>
    internal static string Counted(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }

    private static RateLimiterOptions Counting(Func<HttpContext, string?> caller, Func<LimitedUse, int> most) => new()
    {
        RejectionStatusCode = StatusCodes.Status429TooManyRequests,
        OnRejected = (rejected, _) => Tell(rejected),
        GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => UseOf(http) is { } use && caller(http) is { } who
            ? RateLimitPartition.GetFixedWindowLimiter($"{use} {who}", _ => new FixedWindowRateLimiterOptions { PermitLimit = most(use), Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter("")),
    };

    private static LimitedUse? UseOf(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<LimitedAttribute>()?.Use switch
    {
        LimitedUse.SignIn when !HttpMethods.IsPost(http.Request.Method) => null,
        { } use => use,
        null => http.Request.Path.StartsWithSegments("/api") ? LimitedUse.Api : null,
    };

    private static string? Address(HttpContext http) => http.Connection.RemoteIpAddress is { } address ? Counted(address) : "";

    private static string? Account(HttpContext http) => http.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? Meant(http);

    // Whose account a stranger wants into: a typed address counts whether it has an account or not, and is kept here as a hash only.
    private static string? Meant(HttpContext http)
    {
        string? typed = http.Features.Get<IFormFeature>()?.Form?["Input.Email"];
        if (string.IsNullOrWhiteSpace(typed))
            typed = http.Request.Query["person"];
        return string.IsNullOrWhiteSpace(typed) ? null : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(typed.Trim().ToUpperInvariant())));
    }

    // People get the page for this status, as for every status without a body.
    private static async ValueTask Tell(OnRejectedContext rejected)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var left) ? left : TimeSpan.FromMinutes(1);
        string seconds = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        rejected.HttpContext.Response.Headers.RetryAfter = seconds;
        if (rejected.HttpContext.Request.Path.StartsWithSegments("/api"))
            await Results.Problem($"This was asked too often. Ask again in {seconds} seconds.", statusCode: StatusCodes.Status429TooManyRequests)
                .ExecuteAsync(rejected.HttpContext);
    }
}
