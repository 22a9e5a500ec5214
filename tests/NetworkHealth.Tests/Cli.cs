using System.Diagnostics;
using System.Text;

namespace NetworkHealth.Tests;

/// <summary>The program as an operator runs it: a process of its own.</summary>
public static class Cli
{
    /// <summary>What came of a command.</summary>
    public sealed record Outcome(int Status, byte[] Bytes, string Problems)
    {
        public string Text => Encoding.UTF8.GetString(Bytes);
    }

    public static async Task<Outcome> Run(string connection, string[] args, string? typed = null, string? environment = "Production")
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = TemporaryFiles.Folder,
        };
        start.Environment["ConnectionStrings__NetworkHealth"] = connection;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["DOTNET_ENVIRONMENT"] = environment;
        using var process = Process.Start(start)!;
        if (typed is not null)
            await process.StandardInput.WriteLineAsync(typed);
        process.StandardInput.Close();

        var output = new MemoryStream();
        var copied = process.StandardOutput.BaseStream.CopyToAsync(output);
        string problems = await process.StandardError.ReadToEndAsync();
        await copied;
        await process.WaitForExitAsync();
        return new Outcome(process.ExitCode, output.ToArray(), problems);
    }

    /// <summary>A file in the folder of this run.</summary>
    public static string File(string content, string name = "ratings.csv") => File(Encoding.UTF8.GetBytes(content), name);

    public static string File(byte[] content, string name = "ratings.csv")
    {
        string path = Path.Combine(Directory.CreateDirectory(Path.Combine(TemporaryFiles.Folder, Guid.NewGuid().ToString("N"))).FullName, name);
        System.IO.File.WriteAllBytes(path, content);
        return path;
    }
}
