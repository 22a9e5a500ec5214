namespace NetworkHealth.Features.DataImport;

/// <summary>Where files that were brought by browser lie meanwhile: a folder of this run alone, gone with it; what a killed run left goes after a day.</summary>
internal sealed class UploadFolder(ILogger logger) : IDisposable
{
    private const string Prefix = "networkhealth-uploads-";

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"{Prefix}{Guid.NewGuid():N}");

    public string PathOf(string id) => Path.Combine(folder, id);

    public static FileStream Read(string path) => new(path, Options(FileMode.Open, FileAccess.Read));

    public async Task Keep(string path, Stream file, CancellationToken ct)
    {
        if (!Directory.Exists(folder))
            Prepare();
        try
        {
            await using var kept = new FileStream(path, Options(FileMode.CreateNew, FileAccess.Write));
            await file.CopyToAsync(kept, ct);
        }
        catch
        {
            Delete(path);
            throw;
        }
    }

    public void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (IOException busy)
        {
            logger.LogWarning(busy, "The file {Path} could not be deleted; it goes when the service stops", path);
        }
    }

    public void Dispose()
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private void Prepare()
    {
        Directory.CreateDirectory(folder);
        foreach (string left in Directory.EnumerateDirectories(Path.GetTempPath(), $"{Prefix}*").Where(left => Directory.GetLastWriteTimeUtc(left) < DateTime.UtcNow.AddDays(-1)))
        {
            try
            {
                Directory.Delete(left, recursive: true);
            }
            catch (Exception kept) when (kept is IOException or UnauthorizedAccessException)
            {
                logger.LogWarning(kept, "{Folder} was left by an earlier run and could not be deleted", left);
            }
        }
    }

    // For nobody else on this machine.
    private static FileStreamOptions Options(FileMode mode, FileAccess access)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Options = FileOptions.Asynchronous | FileOptions.SequentialScan };
        if (mode == FileMode.CreateNew && !OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
