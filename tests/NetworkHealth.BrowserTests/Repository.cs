namespace NetworkHealth.BrowserTests;

/// <summary>The checkout these tests run from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "NetworkHealth.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("These tests run from a checkout of the repository.");
        return folder.FullName;
    }
}
