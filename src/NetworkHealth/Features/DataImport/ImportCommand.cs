using System.CommandLine;
using NetworkHealth.Domain;
using NetworkHealth.Shell;

namespace NetworkHealth.Features.DataImport;

/// <summary><c>import WHAT FILE --cohort SLUG</c></summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var import = new Command("import", "Bring data in.");
        foreach (var kind in ImportKindWords.All)
            import.Add(Create(kind));
        return import;
    }

    private static Command Create(ImportKind kind)
    {
        var (shape, description) = Words(kind);
        var file = new Argument<string>("file") { Description = $"A CSV file in UTF-8: {shape}." };
        var cohort = new Option<string>("--cohort") { Description = "Short name of the cohort; made when it is new.", Required = true };
        var name = new Option<string?>("--name") { Description = "Name of a new cohort." };
        var source = new Option<string>("--source") { Description = "Who judged, where the file does not say.", DefaultValueFactory = _ => "self" };
        source.AcceptOnlyFromAmong("self", "external");
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would happen and write nothing." };

        var command = new Command(kind.Code(), $"{description}: all of it or nothing.") { file, cohort, name, dryRun };
        if (kind == ImportKind.Ratings)
            command.Add(source);
        command.Runs(async (services, parsed, ct) =>
        {
            string path = parsed.GetRequiredValue(file);
            if (!File.Exists(path))
                throw new CommandFailedException([$"There is no file {path}."]);

            var judged = kind == ImportKind.Ratings ? RatingSourceWords.Parse(parsed.GetRequiredValue(source))!.Value : RatingSource.Self;
            var order = new ImportOrder(parsed.GetRequiredValue(cohort), Path.GetFileName(path), parsed.GetValue(name), judged, parsed.GetValue(dryRun), Kind: kind);
            await using var stream = new FileStream(path, new FileStreamOptions { Options = FileOptions.SequentialScan | FileOptions.Asynchronous });
            if (!stream.CanSeek)
                throw new CommandFailedException([$"{path} is no file that can be read twice. Save it as a file first."]);
            var result = await services.GetRequiredService<Imports>().Run(Actor.Operator, order, stream, ct);
            if (result.IsRefused)
                throw new CommandFailedException(Problems(result));

            foreach (string warning in result.Warnings)
                await Console.Error.WriteLineAsync(warning);
            Console.WriteLine($"{(order.IsDryRun ? "would be: " : "")}{result}");
        });
        return command;
    }

    private static (string Shape, string Description) Words(ImportKind kind) => kind switch
    {
        ImportKind.Ratings => ("long, wide by overall level, or wide by subject", "Load years of ratings from a file"),
        ImportKind.Networks => ("a row for each network", "Load names and profiles of networks from a file"),
        ImportKind.Sustainability => ("a row for each plan and observation", "Load what is planned to last and what was seen from a file"),
        ImportKind.Context => ("a row for each item of a network's year", "Load years of context from a file"),
        _ => ("a row for each year of a team", "Load teams and their traction from a file"),
    };

    private static IEnumerable<string> Problems(ImportResult result)
    {
        var lines = result.Problems.Select(problem => problem.ToString());
        return result.NotListed == 0 ? lines : lines.Append($"and {result.NotListed} more problems");
    }
}
