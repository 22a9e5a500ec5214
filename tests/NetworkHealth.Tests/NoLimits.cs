namespace NetworkHealth.Tests;

/// <summary>Tests ask more in a minute than anybody; those of the limits set their own.</summary>
public static class NoLimits
{
    private static readonly string[] Names = ["SignInsPerAccount", "SignInsPerAddress", "ApiPerAccount", "ApiPerAddress", "ExportsPerAccount", "ExportsPerAddress"];

    public static IReadOnlyList<(string Name, string Value)> Settings { get; } = [.. Names.Select(name => ($"Limits:{name}", "1000000"))];
}
