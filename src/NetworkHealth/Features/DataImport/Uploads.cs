using System.Collections.Concurrent;
using System.Security.Cryptography;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.DataImport;

/// <summary>
/// Files that administrators bring by browser: kept as they came until they are imported, left or an hour old, read and written in the
/// background. A preview is the import itself as a dry run, and the import reads the very file that was previewed.
/// </summary>
public sealed class Uploads : IDisposable
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, Upload> uploads = [];
    private readonly UploadFolder folder;
    private readonly Imports imports;
    private readonly TimeProvider clock;
    private readonly IHostApplicationLifetime life;
    private readonly ILogger<Uploads> logger;
    private readonly ITimer sweep;

    public Uploads(Imports imports, TimeProvider clock, IHostApplicationLifetime life, ILogger<Uploads> logger)
    {
        (this.imports, this.clock, this.life, this.logger, folder) = (imports, clock, life, logger, new UploadFolder(logger));
        sweep = clock.CreateTimer(_ => Sweep(), null, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5));
    }

    /// <summary>Keeps a file and begins to read it.</summary>
    /// <returns>The id under which its owner finds it.</returns>
    /// <exception cref="DomainRuleException">The actor may not.</exception>
    public async Task<string> Add(Actor by, ImportOrder order, Stream file, CancellationToken ct = default)
    {
        by.MustAdminister();
        Sweep();
        string id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var upload = new Upload(id, by.PersonId, order, folder.PathOf(id), clock.GetUtcNow());
        await folder.Keep(upload.Path, file, ct);
        uploads[id] = upload;
        upload.Running = Run(by, upload, isDryRun: true);
        return id;
    }

    /// <returns>Null when there is none of this id for this actor, or it is over.</returns>
    public Upload? Find(Actor by, string id)
    {
        Sweep();
        return by.IsAdministrator && uploads.TryGetValue(id, out var upload) && upload.Owner == by.PersonId ? upload : null;
    }

    /// <summary>Waits a moment for what is under way, so that a small file shows its result at once.</summary>
    public static Task Moment(Upload upload) => Task.WhenAny(upload.Running, Task.Delay(TimeSpan.FromMilliseconds(800)));

    /// <summary>Imports what was previewed.</summary>
    /// <exception cref="DomainRuleException">The actor may not, or there is nothing to import any more.</exception>
    public void Import(Actor by, string id)
    {
        by.MustAdminister();
        var upload = Find(by, id) ?? throw new DomainRuleException("This file is not here any more. Bring it again.");
        if (!upload.Begin())
            throw new DomainRuleException("This file cannot be imported as it stands, or is being imported already.");
        upload.Running = Run(by, upload, isDryRun: false);
    }

    /// <summary>Forgets a file, unless it is being imported.</summary>
    public void Leave(Actor by, string id)
    {
        if (Find(by, id) is { IsBusy: false } upload)
            Forget(upload);
    }

    public void Dispose()
    {
        sweep.Dispose();
        folder.Dispose();
    }

    private async Task Run(Actor by, Upload upload, bool isDryRun)
    {
        try
        {
            await Task.Yield();
            await using var file = UploadFolder.Read(upload.Path);
            var result = await Task.Run(() => imports.Run(by, upload.Order with { IsDryRun = isDryRun }, file, upload.Read, life.ApplicationStopping), life.ApplicationStopping);
            upload.End(isDryRun ? UploadStage.Previewed : UploadStage.Done, result);
        }
        catch (DomainRuleException refused)
        {
            upload.End(UploadStage.Failed, null, refused.Message);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            logger.LogError(failure, "The file {Upload} could not be imported", upload.Id);
            upload.End(UploadStage.Failed, null, "Something went wrong on our side, and nothing was written. Try again, or tell whoever runs this service.");
        }
        catch (OperationCanceledException)
        {
            upload.End(UploadStage.Failed, null, "The service stopped, and nothing was written. Bring the file again.");
        }

        if (!upload.IsReady)
            folder.Delete(upload.Path);
    }

    private void Sweep()
    {
        foreach (var upload in uploads.Values.Where(upload => !upload.IsBusy && clock.GetUtcNow() - upload.At >= Lasts))
            Forget(upload);
    }

    private void Forget(Upload upload)
    {
        uploads.TryRemove(upload.Id, out _);
        folder.Delete(upload.Path);
    }
}
