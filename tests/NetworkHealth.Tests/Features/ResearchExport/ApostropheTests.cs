using System.IO.Pipelines;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using NetworkHealth.Domain;
using NetworkHealth.Features.ResearchExport;

namespace NetworkHealth.Tests.Features.ResearchExport;

/// <summary>What an export puts in front of a text, import takes off again.</summary>
public sealed class ApostropheTests
{
    private static readonly string[] Pieces = ["'", "=", "+", "-", "@", "\t", "\n", "a", "\"", ",", "🌱"];

    [Fact]
    public async Task Every_text_comes_back_as_it_went_out()
    {
        string[] texts = [.. Enumerable.Range(1, 4).SelectMany(Texts)];

        string[] back = [.. (await WrittenAndRead(texts)).Select(Apostrophes.TakeOff)];

        Assert.Equal(16_104, texts.Length);
        Assert.Equal(texts, back);
    }

    [Fact]
    public async Task A_text_with_carriage_returns_comes_back_with_line_feeds()
    {
        string[] back = [.. (await WrittenAndRead(["\r=1", "\r\n=1", "a\rb", "'\rb", "\r"])).Select(Apostrophes.TakeOff)];

        Assert.Equal(["\n=1", "\n=1", "a\nb", "'\nb", "\n"], back);
    }

    [Fact]
    public async Task No_written_field_begins_like_a_formula() =>
        Assert.All(await WrittenAndRead([.. Enumerable.Range(1, 3).SelectMany(Texts), "\r=1"]), field => Assert.DoesNotContain(field[0], "=+-@\t\r\n"));

    [Theory]
    [InlineData("'=1", "=1")]
    [InlineData("''=1", "'=1")]
    [InlineData("'quoted'", "'quoted'")]
    [InlineData("'", "'")]
    [InlineData("", "")]
    [InlineData("=1", "=1")]
    public void One_apostrophe_is_taken_off_where_an_export_has_put_one(string field, string text) => Assert.Equal(text, Apostrophes.TakeOff(field));

    private static IEnumerable<string> Texts(int pieces) => pieces == 0
        ? [""]
        : Texts(pieces - 1).SelectMany(begun => Pieces.Select(piece => begun + piece));

    private static async Task<IReadOnlyList<string>> WrittenAndRead(IReadOnlyCollection<string> texts)
    {
        var bytes = new MemoryStream();
        var csv = new CsvOutput(PipeWriter.Create(bytes));
        foreach (string text in texts)
        {
            csv.Text(text);
            csv.EndRow();
        }

        await csv.Flush(TestContext.Current.CancellationToken);
        var shape = new CsvConfiguration(System.Globalization.CultureInfo.InvariantCulture) { HasHeaderRecord = false, NewLine = "\r\n", IgnoreBlankLines = false };
        using var parser = new CsvParser(new StringReader(Encoding.UTF8.GetString(bytes.ToArray())), shape);
        var fields = new List<string>();
        while (await parser.ReadAsync())
            fields.Add(Assert.Single(parser.Record!));
        return fields;
    }
}
