using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace NetworkHealth.Benchmarks;

/// <summary>The application as a process of its own, in Production, with an administrator signed in by cookie.</summary>
internal sealed partial class ServerProcess : IDisposable
{
    private const string Email = "bench@example.org", Password = "a password for measuring";

    private readonly Process process;
    private readonly HttpClient client;

    private ServerProcess(Process process, HttpClient client) => (this.process, this.client) = (process, client);

    public static async Task<ServerProcess> Start()
    {
        using (var admin = Run("admin", "create", "--email", Email, "--password", "-"))
        {
            await admin.StandardInput.WriteLineAsync(Password);
            await admin.WaitForExitAsync();
        }

        string address = $"http://127.0.0.1:{FreePort()}";
        var server = new ServerProcess(Run("--urls", address), new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromMinutes(5) });
        await server.SignIn();
        return server;
    }

    /// <summary>Takes a file to its last byte and throws the bytes away.</summary>
    public async Task<TimeSpan> Download(string file)
    {
        var clock = Stopwatch.StartNew();
        using var response = await client.GetAsync(new Uri($"/api/v1/cohorts/{Database.Cohort}/{file}.csv", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await response.Content.CopyToAsync(Stream.Null);
        return clock.Elapsed;
    }

    /// <summary>Asks for a page to its last byte.</summary>
    public async Task<TimeSpan> Time(string page)
    {
        var clock = Stopwatch.StartNew();
        using var response = await client.GetAsync(new Uri(page, UriKind.Relative));
        response.EnsureSuccessStatusCode();
        return clock.Elapsed;
    }

    public async Task Visit(string page) => (await client.GetAsync(new Uri(page, UriKind.Relative))).EnsureSuccessStatusCode();

    /// <summary>Megabytes in memory now; what the system counts as the peak starts anew here.</summary>
    public double Idle()
    {
        File.WriteAllText($"/proc/{process.Id}/clear_refs", "5");
        return Status("VmRSS");
    }

    /// <summary>The most megabytes in memory since <see cref="Idle"/>, kept by the system, so that no moment is missed.</summary>
    public double Peak() => Status("VmHWM");

    public void Dispose()
    {
        client.Dispose();
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private double Status(string name) => int.Parse(
        File.ReadLines($"/proc/{process.Id}/status").First(line => line.StartsWith(name, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture) / 1024.0;

    private async Task SignIn()
    {
        var form = new Uri("/account/sign-in", UriKind.Relative);
        string page = await WhenReady(form);
        string token = AntiforgeryToken().Match(page).Groups[1].Value;
        using var fields = new FormUrlEncodedContent(
        [
            new("_handler", "sign-in"), new("__RequestVerificationToken", token), new("Input.Email", Email), new("Input.Password", Password),
        ]);
        (await client.PostAsync(form, fields)).EnsureSuccessStatusCode();
    }

    private async Task<string> WhenReady(Uri page)
    {
        for (int tries = 0; ; tries++)
        {
            try
            {
                return await client.GetStringAsync(page);
            }
            catch (HttpRequestException) when (tries < 100 && !process.HasExited)
            {
                await Task.Delay(200);
            }
        }
    }

    // The same build that this program refers to; the database is in the environment.
    private static Process Run(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(NetworkHealth.Program).Assembly.Location, .. args])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex AntiforgeryToken();
}
