using System.CommandLine;
using NetworkHealth.Domain;
using NetworkHealth.Shell;

namespace NetworkHealth.Features.DataImport;

/// <summary><c>import ratings FILE --cohort SLUG</c></summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "A CSV file in UTF-8: long, wide by overall level, or wide by subject." };
        var cohort = new Option<string>("--cohort") { Description = "Short name of the cohort; made when it is new.", Required = true };
        var name = new Option<string?>("--name") { Description = "Name of a new cohort." };
        var source = new Option<string>("--source") { Description = "Who judged, where the file does not say.", DefaultValueFactory = _ => "self" };
        source.AcceptOnlyFromAmong("self", "external");
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would happen and write nothing." };

        var ratings = new Command("ratings", "Load years of ratings from a file: all of it or nothing.") { file, cohort, name, source, dryRun };
        ratings.Runs(async (services, parsed, ct) =>
        {
            string path = parsed.GetRequiredValue(file);
            if (!File.Exists(path))
                throw new CommandFailedException([$"There is no file {path}."]);

            var order = new ImportOrder(parsed.GetRequiredValue(cohort), Path.GetFileName(path), parsed.GetValue(name),
                RatingSourceWords.Parse(parsed.GetRequiredValue(source))!.Value, parsed.GetValue(dryRun));
            await using var stream = new FileStream(path, new FileStreamOptions { Options = FileOptions.SequentialScan | FileOptions.Asynchronous });
            if (!stream.CanSeek)
                throw new CommandFailedException([$"{path} is no file that can be read twice. Save it as a file first."]);
            var result = await services.GetRequiredService<RatingsImport>().Run(Actor.Operator, order, stream, ct);
            if (result.IsRefused)
                throw new CommandFailedException(Problems(result));

            foreach (string warning in result.Warnings)
                await Console.Error.WriteLineAsync(warning);
            Console.WriteLine($"{(order.IsDryRun ? "would be: " : "")}{result}");
        });
        return new Command("import", "Bring data in.") { ratings };
    }

    private static IEnumerable<string> Problems(ImportResult result)
    {
        var lines = result.Problems.Select(problem => problem.ToString());
        return result.NotListed == 0 ? lines : lines.Append($"and {result.NotListed} more problems");
    }
}
