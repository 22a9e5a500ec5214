using System.Diagnostics;
using NetworkHealth.Tests;

namespace NetworkHealth.BrowserTests;

/// <summary>A publish of a clean copy of the sources, as a server gets it: a process of its own in Production, on an empty database.</summary>
public sealed class PublishedApp : IAsyncLifetime
{
    private AppProcess? server;

    private static string Program => Path.Combine(TemporaryFiles.Folder, "published", "NetworkHealth.dll");

    public string Address => server!.Address;

    public async ValueTask InitializeAsync()
    {
        string copy = Path.Combine(TemporaryFiles.Folder, "published-sources"), output = Path.Combine(TemporaryFiles.Folder, "published");
        CopySources(copy);
        await Run("dotnet", "publish", Path.Combine(copy, "src", "NetworkHealth"), "-c", "Release", "-o", output, "-v", "quiet");

        server = new AppProcess(
            Program, $"Data Source={Path.Combine(TemporaryFiles.Folder, "published.db")}", "Production");
        await server.Start();
    }

    /// <summary>The same program on another database, not started yet.</summary>
    public static AppProcess On(string connection) => new(Program, connection, "Production");

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
    }

    // What a build left behind, the extracted script above all, must not come along.
    private static void CopySources(string copy)
    {
        foreach (string file in Directory.EnumerateFiles(Repository.Root, "*.*", SearchOption.TopDirectoryOnly)
                     .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*", SearchOption.AllDirectories)))
        {
            string relative = Path.GetRelativePath(Repository.Root, file);
            if (relative.Split('/').Any(part => part is "bin" or "obj" or "_framework" or "data"))
                continue;
            string target = Path.Combine(copy, relative);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static async Task Run(string file, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(file, args) { RedirectStandardOutput = true })!;
        string said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{file} {string.Join(' ', args)}: {said}");
    }
}
