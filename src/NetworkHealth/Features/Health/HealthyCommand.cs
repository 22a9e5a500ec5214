using System.CommandLine;
using NetworkHealth.Shell;

namespace NetworkHealth.Features.Health;

/// <summary><c>healthy</c>: what a container asks about the server beside it, since its image has no tool that could.</summary>
internal static class HealthyCommand
{
    public static Command Create()
    {
        var url = new Option<string>("--url") { Description = "Where the server listens.", DefaultValueFactory = _ => "http://localhost:8080" };
        var healthy = new Command("healthy", "Ask a running server whether it is ready.") { url };
        healthy.SetAction((parsed, ct) => CommandLine.Guarded(async () =>
        {
            using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(4) };
            string address = $"{parsed.GetRequiredValue(url).TrimEnd('/')}/health/ready";
            try
            {
                if (!(await client.GetAsync(new Uri(address), ct)).IsSuccessStatusCode)
                    throw new CommandFailedException([$"{address} is not ready."]);
            }
            catch (Exception silent) when (silent is HttpRequestException || (silent is OperationCanceledException && !ct.IsCancellationRequested))
            {
                throw new CommandFailedException([$"{address} does not answer."]);
            }
        }));
        return healthy;
    }
}
