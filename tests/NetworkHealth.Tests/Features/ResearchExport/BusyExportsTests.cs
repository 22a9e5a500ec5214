using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Text;
using NetworkHealth.Domain;
using NetworkHealth.Features.ResearchExport;

namespace NetworkHealth.Tests.Features.ResearchExport;

/// <summary>Imports and exports at once: a file that somebody has can be had again.</summary>
public sealed class BusyExportsTests(TestApp app) : IClassFixture<TestApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_exported_while_imports_ran_can_be_had_again()
    {
        await app.Import("network_code,2021\nMD1,Least\n", "busy");
        var taken = new ConcurrentBag<(ExportFile File, DateTimeOffset AsOf, string Bytes)>();
        using var imported = new CancellationTokenSource();
        var readers = Enum.GetValues<ExportFile>().SelectMany(file => new[] { Read(file, past: false), Read(file, past: true) }).ToArray();
        for (int i = 0; i < 8; i++)
        {
            await app.Import($"network_code,2021,2022,20{30 + i}\nMD1,{i % 5},{i % 3},4\nMD{i + 2},Least,,Most\n", "busy");
            await Task.Delay(200, Ct); // on SQLite a writer that finds the lock taken asks again after 150 ms
        }

        await imported.CancelAsync();
        await Task.WhenAll(readers);
        await Task.Delay(50, Ct);

        Assert.True(taken.Select(export => export.Bytes).Distinct().Count() > 4, "No export fell between two imports.");
        foreach (var (file, asOf, bytes) in taken)
            Assert.Equal(bytes, await app.Export(file, "busy", asOf));

        async Task Read(ExportFile file, bool past)
        {
            await Task.Yield();
            while (!imported.IsCancellationRequested)
            {
                DateTimeOffset? asOf = past ? DateTimeOffset.FromUnixTimeMilliseconds(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() - 1) : null;
                var (export, bytes) = await Take(file, asOf);
                taken.Add((file, export.AsOf, bytes));
            }
        }
    }

    private async Task<(Export Export, string Bytes)> Take(ExportFile file, DateTimeOffset? asOf)
    {
        var exports = app.Get<Exports>();
        var export = (await exports.Open(Actor.Operator, "busy", file, asOf, false, Ct))!;
        var bytes = new MemoryStream();
        var pipe = PipeWriter.Create(bytes, new StreamPipeWriterOptions(leaveOpen: true));
        await exports.Write(export, pipe, Ct);
        await pipe.CompleteAsync();
        return (export, Encoding.UTF8.GetString(bytes.ToArray()));
    }
}
