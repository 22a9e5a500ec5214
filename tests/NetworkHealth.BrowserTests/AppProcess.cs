using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace NetworkHealth.BrowserTests;

/// <summary>The application as a process of its own, which can be killed in the middle of anything and started again at the same address.</summary>
public sealed class AppProcess(string program, string connection, string environment) : IAsyncDisposable
{
    private Process? process;

    public string Address { get; } = $"http://localhost:{FreePort()}";

    public async Task Start()
    {
        var start = new ProcessStartInfo("dotnet", [program, "--urls", Address]) { WorkingDirectory = Path.GetTempPath(), RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["ConnectionStrings__NetworkHealth"] = connection;
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        await WaitUntilReady();
    }

    /// <summary>As kill −9 does: it gets no chance to finish anything.</summary>
    public async Task Kill()
    {
        if (process is null)
            return;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync() => await Kill();

    private async Task WaitUntilReady()
    {
        using var client = new HttpClient();
        var until = DateTime.UtcNow.AddSeconds(60);
        while (DateTime.UtcNow < until && !process!.HasExited)
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

        throw new InvalidOperationException("The application does not answer.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
