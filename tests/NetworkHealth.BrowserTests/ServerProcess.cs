using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace NetworkHealth.BrowserTests;

/// <summary>
/// The built program as a process of its own on one address, to be killed and started again. In Development, which serves the static files
/// of a build and brings the demo's accounts: a publish would be the same program a minute later.
/// </summary>
internal sealed class ServerProcess(string connection, params (string Name, string Value)[] environment) : IAsyncDisposable
{
    private Process? process;

    public string Address { get; } = $"http://localhost:{FreePort()}";

    public int Id => process!.Id;

    public async Task Start()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(NetworkHealth.Program).Assembly.Location, "--urls", Address])
        {
            WorkingDirectory = NetworkHealth.Tests.TemporaryFiles.Folder,
            RedirectStandardOutput = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ConnectionStrings__NetworkHealth"] = connection;
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        await WaitUntilReady();
    }

    /// <summary>SIGKILL: it learns nothing of its end.</summary>
    public void Kill()
    {
        process!.Kill();
        process.WaitForExit();
        process.Dispose();
        process = null;
    }

    /// <summary>Megabytes that the system counts as resident.</summary>
    public double Resident() => int.Parse(
        File.ReadLines($"/proc/{Id}/status").First(line => line.StartsWith("VmRSS", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture) / 1024.0;

    public ValueTask DisposeAsync()
    {
        if (process is not null)
            Kill();
        return ValueTask.CompletedTask;
    }

    private async Task WaitUntilReady()
    {
        using var client = new HttpClient();
        var until = DateTime.UtcNow.AddMinutes(2);
        while (DateTime.UtcNow < until && !process!.HasExited)
        {
            try
            {
                if ((await client.GetAsync(new Uri($"{Address}/health/ready"))).IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // not listening yet
            }

            await Task.Delay(25);
        }

        throw new InvalidOperationException("The server does not answer.");
    }

    // Below the ports that the system hands out: while the server is dead, nothing else may get its port, not even the browser that looks for it.
    private static int FreePort()
    {
        for (int port = 20_000 + Environment.ProcessId % 10_000; ; port++)
        {
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // taken
            }
        }
    }
}
