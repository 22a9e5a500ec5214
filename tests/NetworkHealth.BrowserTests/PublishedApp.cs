using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using NetworkHealth.Tests;

namespace NetworkHealth.BrowserTests;

/// <summary>A publish of a clean copy of the sources, as a server gets it: a process of its own in Production, on an empty database.</summary>
public sealed class PublishedApp : IAsyncLifetime
{
    private Process? server;

    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        string copy = Path.Combine(TemporaryFiles.Folder, "published-sources"), output = Path.Combine(TemporaryFiles.Folder, "published");
        CopySources(copy);
        await Run("dotnet", "publish", Path.Combine(copy, "src", "NetworkHealth"), "-c", "Release", "-o", output, "-v", "quiet");

        Address = $"http://localhost:{FreePort()}";
        var start = new ProcessStartInfo("dotnet", [Path.Combine(output, "NetworkHealth.dll"), "--urls", Address]) { WorkingDirectory = TemporaryFiles.Folder };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ConnectionStrings__NetworkHealth"] = $"Data Source={Path.Combine(TemporaryFiles.Folder, "published.db")}";
        start.RedirectStandardOutput = true;
        server = Process.Start(start)!;
        server.OutputDataReceived += (_, _) => { };
        server.BeginOutputReadLine();
        await WaitUntilReady();
    }

    public async ValueTask DisposeAsync()
    {
        if (server is null)
            return;
        server.Kill();
        await server.WaitForExitAsync();
        server.Dispose();
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

    private async Task WaitUntilReady()
    {
        using var client = new HttpClient();
        var until = DateTime.UtcNow.AddSeconds(60);
        while (DateTime.UtcNow < until && !server!.HasExited)
        {
            try
            {
                if ((await client.GetAsync($"{Address}/health/ready")).IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // not listening yet
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException("The published application does not answer.");
    }

    private static async Task Run(string file, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(file, args) { RedirectStandardOutput = true })!;
        string said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{file} {string.Join(' ', args)}: {said}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
