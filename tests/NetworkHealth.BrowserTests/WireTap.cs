using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace NetworkHealth.BrowserTests;

/// <summary>Everything that a page is sent: its HTML, the state of components that is kept in it, and the frames of its connection.</summary>
internal sealed partial class WireTap
{
    // What the framework names the protection of this state.
    private const string StatePurpose = "Microsoft.AspNetCore.Components.Server.State";

    private readonly IDataProtector protector;
    private readonly List<byte> frames = [];
    private readonly List<Task<string>> reading = [];

    public WireTap(IPage page, LiveApp live)
    {
        protector = live.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector(StatePurpose);
        page.WebSocket += (_, socket) => Listen(socket);
        page.Response += (_, response) =>
        {
            if (response.Headers.GetValueOrDefault("content-type", "").StartsWith("text/html", StringComparison.Ordinal))
                reading.Add(response.TextAsync());
        };
    }

    public int Connections { get; private set; }

    public string Frames
    {
        get
        {
            lock (frames)
                return Encoding.UTF8.GetString([.. frames]);
        }
    }

    public string Html { get; private set; } = "";

    /// <summary>The state of components that the HTML carries, as the server would read it back.</summary>
    public IReadOnlyList<string> State => [.. StateComment().Matches(Html).SelectMany(match =>
        JsonSerializer.Deserialize<Dictionary<string, byte[]>>(protector.Unprotect(Convert.FromBase64String(match.Groups[1].Value)))!.Values.Select(Encoding.UTF8.GetString))];

    public string Everything => string.Join('\n', [Frames, Html, .. State]);

    /// <summary>Takes in the HTML of the page as it stands; a browser forgets it as soon as it goes on.</summary>
    public async Task Read()
    {
        Html += string.Join('\n', (await Task.WhenAll(reading)).Select(WebUtility.HtmlDecode));
        reading.Clear();
    }

    private void Listen(IWebSocket socket)
    {
        Connections++;
        socket.FrameReceived += (_, frame) =>
        {
            lock (frames)
                frames.AddRange(frame.Binary ?? Encoding.UTF8.GetBytes(frame.Text ?? ""));
        };
    }

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->", RegexOptions.Singleline)]
    private static partial Regex StateComment();
}
