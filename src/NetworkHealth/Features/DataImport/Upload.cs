namespace NetworkHealth.Features.DataImport;

/// <summary>How far an uploaded file is.</summary>
public enum UploadStage
{
    Reading,
    Previewed,
    Importing,
    Done,
    Failed,
}

/// <summary>A file that an administrator brought, from its preview to its import. Kept for its person alone, and for an hour.</summary>
public sealed class Upload
{
    private readonly Lock turn = new();
    private int rows;

    internal Upload(string id, Guid? owner, ImportOrder order, string path, DateTimeOffset at) =>
        (Id, Owner, Order, Path, At) = (id, owner, order, path, at);

    /// <summary>Random, since whoever knows it and is its owner may import it.</summary>
    public string Id { get; }

    public ImportOrder Order { get; }
    public UploadStage Stage { get; private set; }

    /// <summary>What the import would do, or did; null while it runs or when it failed.</summary>
    public ImportResult? Result { get; private set; }

    /// <summary>Why it failed, in a sentence.</summary>
    public string? Failure { get; private set; }

    /// <summary>Rows read so far.</summary>
    public int Rows => rows;

    /// <summary>Whether something is being read or written just now.</summary>
    public bool IsBusy => Stage is UploadStage.Reading or UploadStage.Importing;

    /// <summary>Whether the file can be imported: it was previewed and has no problem.</summary>
    public bool IsReady => Stage == UploadStage.Previewed && Result is { IsRefused: false };

    /// <summary>Ends when nothing is read or written any more.</summary>
    internal Task Running { get; set; } = Task.CompletedTask;

    internal Guid? Owner { get; }
    internal string Path { get; }
    internal DateTimeOffset At { get; }

    /// <summary>Begins the import, once.</summary>
    internal bool Begin()
    {
        lock (turn)
        {
            if (!IsReady)
                return false;
            (Stage, Result, rows) = (UploadStage.Importing, null, 0);
            return true;
        }
    }

    internal void Read(int soFar) => rows = soFar;

    internal void End(UploadStage stage, ImportResult? result, string? failure = null)
    {
        lock (turn)
            (Result, Failure, Stage) = (result, failure, stage);
    }
}
