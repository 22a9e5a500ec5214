using System.IO.Pipelines;
using System.Text;
using NetworkHealth.Features.ResearchExport;

namespace NetworkHealth.Tests.Features.ResearchExport;

/// <summary>The bytes of our CSV files.</summary>
public sealed class CsvOutputTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData(null, "")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"so\"", "\"say \"\"so\"\"\"")]
    [InlineData("\"", "\"\"\"\"")]
    [InlineData("one\r\ntwo", "\"one\ntwo\"")]
    [InlineData("one\rtwo\nthree", "\"one\ntwo\nthree\"")]
    [InlineData("a\u2028b\r\nc", "\"a\u2028b\nc\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\n=1\"")]
    [InlineData("=A1,B1", "\"'=A1,B1\"")]
    [InlineData("'=1", "''=1")]
    [InlineData("''=1", "'''=1")]
    [InlineData("'quoted'", "'quoted'")]
    [InlineData("a=1", "a=1")]
    [InlineData(" =1", " =1")]
    [InlineData("🌱 growth", "🌱 growth")]
    [InlineData("\u200Fشبكة", "\u200Fشبكة")]
    [InlineData("Réseau – Ünïon", "Réseau – Ünïon")]
    public async Task A_text_is_written_as_RFC_4180_says_and_never_as_a_formula(string? text, string field) =>
        Assert.Equal($"before,{field},after\r\n", Encoding.UTF8.GetString(await Written(csv =>
        {
            csv.Text("before");
            csv.Text(text);
            csv.Text("after");
            csv.EndRow();
        })));

    [Fact]
    public async Task Rows_end_with_CRLF_and_no_mark_stands_before_the_first() =>
        Assert.Equal("y2019,n_rated\r\nDev (Mid),-1\r\n,\r\n-2147483648,2147483647\r\n"u8.ToArray(), await Written(csv =>
        {
            csv.Header(["y2019", "n_rated"]);
            csv.Word("Dev (Mid)"u8);
            csv.Number(-1);
            csv.EndRow();
            csv.Empty();
            csv.Number(null);
            csv.EndRow();
            csv.Number(int.MinValue);
            csv.Number(int.MaxValue);
            csv.EndRow();
        }));

    [Fact]
    public async Task A_field_may_be_larger_than_the_buffer()
    {
        string large = string.Concat(Enumerable.Repeat("say \"🌱\", ", 50_000));

        string written = Encoding.UTF8.GetString(await Written(csv =>
        {
            csv.Text("a");
            csv.Text(large);
            csv.Number(1);
            csv.EndRow();
        }));

        Assert.Equal(600_008, written.Length);
        Assert.Equal($"a,\"{large.Replace("\"", "\"\"", StringComparison.Ordinal)}\",1\r\n", written);
    }

    [Fact]
    public async Task Rows_beyond_the_buffer_come_whole_and_in_order()
    {
        var bytes = new MemoryStream();
        var pipe = PipeWriter.Create(bytes);
        var csv = new CsvOutput(pipe);
        long before = 0;
        for (int i = 0; i < 50_000; i++)
        {
            csv.Number(i);
            csv.Text("“a”, b");
            csv.EndRow();
            await csv.Drain(TestContext.Current.CancellationToken);
            before = Math.Max(before, pipe.UnflushedBytes);
        }

        await csv.Flush(TestContext.Current.CancellationToken);

        string[] rows = Encoding.UTF8.GetString(bytes.ToArray()).Split("\r\n");
        Assert.Equal(50_001, rows.Length);
        Assert.Equal("", rows[^1]);
        Assert.All(rows[..^1].Select((row, i) => (row, i)), at => Assert.Equal($"{at.i},\"“a”, b\"", at.row));
        Assert.True(before < 128 * 1024, $"{before} bytes piled up.");
    }

    [Fact]
    public async Task A_reader_who_has_gone_stops_the_writing()
    {
        var pipe = new Pipe();
        var csv = new CsvOutput(pipe.Writer);
        await pipe.Reader.CompleteAsync();

        await Assert.ThrowsAsync<IOException>(() => csv.Flush(TestContext.Current.CancellationToken).AsTask());
    }

    private static async Task<byte[]> Written(Action<CsvOutput> write)
    {
        var bytes = new MemoryStream();
        var csv = new CsvOutput(PipeWriter.Create(bytes));
        write(csv);
        await csv.Flush(TestContext.Current.CancellationToken);
        return bytes.ToArray();
    }
}
