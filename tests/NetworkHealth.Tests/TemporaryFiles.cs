[assembly: Xunit.AssemblyFixture(typeof(NetworkHealth.Tests.TemporaryFiles))]

namespace NetworkHealth.Tests;

/// <summary>A folder for the files of one run, gone at its end; and the end of the PostgreSQL server, if one was started.</summary>
public sealed class TemporaryFiles : IAsyncDisposable
{
    public static string Folder { get; } = Directory.CreateTempSubdirectory("nh-tests-").FullName;

    public async ValueTask DisposeAsync()
    {
        await PostgresServer.Stop();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
