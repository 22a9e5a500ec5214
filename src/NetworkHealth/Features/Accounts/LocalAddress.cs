namespace NetworkHealth.Features.Accounts;

/// <summary>Where to go after signing in: only within this site, whatever the address bar said.</summary>
public static class LocalAddress
{
    public static string Of(string? returnUrl) => returnUrl is ['/', ..] && !returnUrl.Any(c => c == '\\' || char.IsControl(c)) && StaysHere(returnUrl) ? returnUrl : "/";

    // As a browser reads it: dots in the path are folded, and two strokes at its beginning name another site.
    private static bool StaysHere(string path) =>
        Uri.TryCreate("http://here" + path, UriKind.Absolute, out var address) && address.Authority == "here" && !path.StartsWith("//", StringComparison.Ordinal)
        && !address.AbsolutePath.StartsWith("//", StringComparison.Ordinal);
}
