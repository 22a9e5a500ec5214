using System.CommandLine;
using System.Data.Common;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Shell;

/// <summary>A command could not do what it was asked; each line goes to standard error.</summary>
public sealed class CommandFailedException(IEnumerable<string> lines) : Exception
{
    public IReadOnlyList<string> Lines { get; } = [.. lines];
}

/// <summary>How a command runs: services of its own, the database ready, one sentence instead of a stack trace.</summary>
internal static class CommandLine
{
    public const int Done = 0, Refused = 1, WrongUsage = 2;

    public static void Runs(this Command command, Func<IServiceProvider, ParseResult, CancellationToken, Task> run, bool preparesDatabase = true) =>
        command.SetAction((parsed, ct) => Guarded(async () =>
        {
            await using var host = Services.ForCommands();
            await using var scope = host.Services.CreateAsyncScope();
            if (preparesDatabase)
                await scope.ServiceProvider.GetRequiredService<DatabaseSetup>().Prepare(ct);
            await run(scope.ServiceProvider, parsed, ct);
        }));

    /// <summary>Runs and turns what goes wrong into a sentence and exit status 1.</summary>
    /// <param name="run">What to run.</param>
    /// <param name="tellsAll">Whether also what nobody foresaw becomes a sentence; the server lets that reach the log whole.</param>
    public static async Task<int> Guarded(Func<Task> run, bool tellsAll = true)
    {
        try
        {
            await run();
            return Done;
        }
        catch (CommandFailedException failed)
        {
            foreach (string line in failed.Lines)
                await Console.Error.WriteLineAsync(line);
        }
        catch (Exception failure) when (Sentence(failure) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
        }
        catch (Exception failure) when (tellsAll)
        {
            await Console.Error.WriteLineAsync($"Something went wrong that this program did not foresee: {FirstLine(failure.Message)} ({failure.GetType().Name})");
        }

        return Refused;
    }

    private static string? Sentence(Exception failure) => failure switch
    {
        DomainRuleException => failure.Message,
        OperationCanceledException => "Stopped.",
        DbException database => $"The database cannot be used: {FirstLine(database.Message)}",
        IOException or UnauthorizedAccessException => FirstLine(failure.Message),
        { InnerException: { } inner } => Sentence(inner),
        _ => null,
    };

    private static string FirstLine(string message) => message.Split('\n')[0].Trim();
}
