using System.CommandLine;
using System.Globalization;
using System.IO.Pipelines;
using NetworkHealth.Domain;
using NetworkHealth.Shell;

namespace NetworkHealth.Features.ResearchExport;

/// <summary><c>export WHAT --cohort SLUG --out FILE</c></summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var what = new Argument<string>("what") { Description = "Which file." };
        what.AcceptOnlyFromAmong([.. ExportFiles.All.Select(file => file.Name())]);
        var cohort = new Option<string>("--cohort") { Description = "Short name of the cohort.", Required = true };
        var target = new Option<string>("--out") { Description = "Where to write it; - is standard output.", Required = true };
        var asOf = new Option<string?>("--as-of") { Description = "A time such as 2026-03-31T12:00:00Z: what stood then." };
        var identified = new Option<bool>("--identified") { Description = "Keep names, what people wrote, and profile values that few networks share." };

        var export = new Command("export", "Take data out as CSV.") { what, cohort, target, asOf, identified };
        export.Runs(async (services, parsed, ct) =>
        {
            string slug = parsed.GetRequiredValue(cohort), path = parsed.GetRequiredValue(target);
            var exports = services.GetRequiredService<Exports>();
            var opened = await exports.Open(Actor.Operator, slug, ExportFiles.Parse(parsed.GetRequiredValue(what))!.Value,
                             Time(parsed.GetValue(asOf)), parsed.GetValue(identified), ct)
                         ?? throw new CommandFailedException([$"There is no cohort {slug}."]);

            if (path == "-")
            {
                await using var output = Console.OpenStandardOutput();
                await Write(exports, opened, output, ct);
                return;
            }

            await WriteFile(exports, opened, path, ct);
            Console.WriteLine($"{path}: {opened.Cohort.Slug} as of {opened.AsOf.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}");
        });
        return export;
    }

    // Beside its place first: a file that broke off must not pass for a whole one, nor take the place of yesterday's. A device has no
    // place that a file could take.
    private static async Task WriteFile(Exports exports, Export export, string path, CancellationToken ct)
    {
        bool isDevice = Path.GetFullPath(path).StartsWith("/dev/", StringComparison.Ordinal);
        string part = isDevice ? path : path + ".part";
        try
        {
            await using (var stream = File.Create(part))
                await Write(exports, export, stream, ct);
            if (!isDevice)
                File.Move(part, path, overwrite: true);
        }
        catch when (!isDevice)
        {
            File.Delete(part);
            throw;
        }
    }

    private static async Task Write(Exports exports, Export export, Stream stream, CancellationToken ct)
    {
        var pipe = PipeWriter.Create(stream, new StreamPipeWriterOptions(leaveOpen: true));
        await exports.Write(export, pipe, ct);
        await pipe.CompleteAsync();
    }

    private static DateTimeOffset? Time(string? text)
    {
        if (text is null)
            return null;
        return ExportTimes.Parse(text) ?? throw new CommandFailedException([$"'{text}' is not a time. Write it as 2026-03-31T12:00:00Z."]);
    }
}

/// <summary>Times as people and programs write them: ISO 8601, UTC unless an offset says otherwise.</summary>
internal static class ExportTimes
{
    public static DateTimeOffset? Parse(string text) =>
        DateTimeOffset.TryParseExact(text,
            ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd"],
            CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : null;
}
