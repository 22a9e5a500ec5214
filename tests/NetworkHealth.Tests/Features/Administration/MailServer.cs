using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NetworkHealth.Tests.Features.Administration;

/// <summary>A mail server that takes every letter, or refuses all.</summary>
internal sealed class MailServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly bool refuses;

    public MailServer(bool refuses = false)
    {
        this.refuses = refuses;
        listener.Start();
        _ = Serve();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public List<string> Letters { get; } = [];

    public void Dispose() => listener.Stop();

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                await Talk(client);
            }
        }
        catch (Exception stopped) when (stopped is ObjectDisposedException or SocketException or IOException)
        {
        }
    }

    private async Task Talk(TcpClient client)
    {
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 test");
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("DATA", StringComparison.Ordinal))
            {
                await writer.WriteLineAsync("354 go on");
                var letter = new StringBuilder();
                while (await reader.ReadLineAsync() is { } text && text != ".")
                    letter.Append(text).Append('\n');
                lock (Letters)
                    Letters.Add(letter.ToString());
                await writer.WriteLineAsync("250 taken");
            }
            else
            {
                await writer.WriteLineAsync(refuses && line.StartsWith("RCPT", StringComparison.Ordinal) ? "550 no such address here" : line == "QUIT" ? "221 bye" : "250 fine");
            }
        }
    }
}
