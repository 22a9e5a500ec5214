using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using NetworkHealth.Tests;

namespace NetworkHealth.BrowserTests;

/// <summary>The application as a process of its own, which can be killed in the middle of anything and started again at the same address.</summary>
/// <param name="program">The assembly to run.</param>
/// <param name="connection">Its database.</param>
/// <param name="environment">Production needs a publish; Development serves the static files of a build and brings the demo.</param>
/// <param name="settings">Further environment variables.</param>
public sealed class AppProcess(string program, string connection, string environment, params (string Name, string Value)[] settings) : IAsyncDisposable
{
    private Process? process;

    public string Address { get; } = $"http://localhost:{FreePort()}";

    public int Id => process!.Id;

    /// <summary>The built program with the demo.</summary>
    public static AppProcess OfBuild(string connection, params (string Name, string Value)[] settings) =>
        new(typeof(NetworkHealth.Program).Assembly.Location, connection, "Development", settings);

    public async Task Start()
    {
        var start = new ProcessStartInfo("dotnet", [program, "--urls", Address]) { WorkingDirectory = TemporaryFiles.Folder, RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["ConnectionStrings__NetworkHealth"] = connection;
        foreach (var (name, value) in NoLimits.Settings.Concat(settings))
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
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

    /// <summary>Megabytes that the system counts as resident.</summary>
    public double Resident() => int.Parse(
        File.ReadLines($"/proc/{Id}/status").First(line => line.StartsWith("VmRSS", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture) / 1024.0;

    public async ValueTask DisposeAsync() => await Kill();

    private async Task WaitUntilReady()
    {
        using var client = new HttpClient();
        var until = DateTime.UtcNow.AddMinutes(2);
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

            await Task.Delay(25);
        }

        throw new InvalidOperationException("The application does not answer.");
    }

    // Below the ports that the system hands out: while it is dead, nothing else may get its port, not even the browser that looks for it.
    private static int FreePort()
    {
        for (int port = 20_000 + Random.Shared.Next(10_000); ; port++)
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
