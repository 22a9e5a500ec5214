using System.Text;

namespace NetworkHealth.Tests.Features.DataImport;

/// <summary>Files that are refused as a whole: a header that cannot be understood, a text that is none, rows that do not fit.</summary>
public sealed class BrokenFilesTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Long = "network_code,year,subject,level";

    [Fact]
    public async Task A_missing_column_is_named()
    {
        await app.Refuses("network_code,year,level\nMD1,2023,Most\n", "line 1, subject: The column “subject” is missing.");
        await app.Refuses("year,subject,level\n2023,HL,Most\n", "line 1, network_code: The column “network_code” is missing.");
        await app.Refuses("network_name,2019\nNorth,Most\n", "line 1, network_code: The column “network_code” is missing.");
        await app.Refuses("network_code\nMD1\n", "line 1, year: There is neither a column for each year nor the columns year, subject and level.");
    }

    [Fact]
    public async Task A_doubled_column_is_named()
    {
        await app.Refuses($"{Long},Level\nMD1,2023,HL,Most,Most\n", "line 1, Level: The column “Level” stands twice in the header.");
        await app.Refuses("network_code,2019,y2019\nMD1,Most,Most\n", "line 1, y2019: The year 2019 has two columns.");
    }

    [Fact]
    public async Task An_unknown_column_is_named_and_the_known_ones_are_listed()
    {
        await app.Refuses($"{Long},colour\nMD1,2023,HL,Most,red\n",
            "line 1, colour: The column “colour” is not known here. Rename it or take it out; known are network_code, year, subject, level, "
            + "network_name, not_rated_reason, source, framework_version, rated_month.");
        await app.Refuses("network_code,2019,soon\nMD1,Most,Most\n",
            "line 1, soon: The column “soon” is not known here. Rename it or take it out; known are network_code, network_name, source, published_label and years.");
        await app.Refuses("network_code,2019,\nMD1,Most,\n", "line 1, column 3: The column has no name.");
    }

    [Fact]
    public async Task A_year_in_the_header_lies_from_1900_to_2100() =>
        await app.Refuses("network_code,1899,2019,y2101\nMD1,Most,Most,Most\n",
            "line 1, 1899: “1899” is not a year from 1900 to 2100.", "line 1, y2101: “y2101” is not a year from 1900 to 2100.");

    [Fact]
    public async Task Bytes_that_are_not_utf8_are_never_repaired()
    {
        byte[] latin1 = Encoding.Latin1.GetBytes($"{Long}\nMD1,2023,OVERALL,Most\nMüD,2023,OVERALL,Most\n");

        await app.Refuses(latin1, "line 3, byte 2: The text is not UTF-8. Save the file as CSV UTF-8; nothing is guessed or repaired.");
        await app.Refuses([.. Encoding.UTF8.GetBytes($"{Long}\nMD1,2023,OVERALL,Most\nM"), 0xE2, 0x82],
            "line 3, byte 2: The text is not UTF-8. Save the file as CSV UTF-8; nothing is guessed or repaired.");
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_is_found_where_it_opens()
    {
        await app.Refuses($"{Long}\nMD1,2023,OVERALL,Most\nMD2,2023,\"OVERALL,Most\nMD3,2023,HL,Most\n", "line 3, subject: A quote is opened and never closed.");
        await app.Refuses($"\"network_code,year,subject,level\nMD1,2023,OVERALL,Most\n", "line 1, column 1: A quote is opened and never closed.");
    }

    [Theory]
    [InlineData("MD\"1,2023,OVERALL,Most", "network_code")]
    [InlineData("MD\"1\",2023,OVERALL,Most", "network_code")]
    [InlineData("MD1,2023,\"OVER\"ALL,Most", "subject")]
    [InlineData("MD1,2023,OVERALL,Mo\"st", "level")]
    public async Task A_quote_inside_a_field_that_is_not_quoted_is_found(string row, string column) =>
        await app.Refuses($"{Long}\n{row}\nMD2,2023,OVERALL,Most\n",
            $"line 2, {column}: A quote stands inside a field that is not quoted as a whole. Quote the field and double the quotes inside.");

    [Fact]
    public async Task A_row_has_as_many_fields_as_the_header()
    {
        await app.Refuses($"{Long}\nMD1,2023,OVERALL\nMD2,2023,OVERALL,Most,\nMD3\n",
            "line 2, level: The row has 3 fields, the header 4.",
            "line 3, column 5: The row has 5 fields, the header 4.",
            "line 4, year: The row has 1 field, the header 4.");
    }

    [Fact]
    public async Task Lines_are_counted_as_an_editor_counts_them() =>
        await app.Refuses($"\n{Long},network_name\r\nMD1,2023,OVERALL,Most,\"North\nand\nSouth\"\r\n\r\nMD2,2023,OVERALL,Good,\r\n",
            "line 7, level: 'Good' is not a level. Write Least, Dev (Low), Dev (Mid), Dev (High), Most, or 0 to 4.");

    [Fact]
    public async Task A_file_with_nothing_in_it_is_refused()
    {
        await app.Refuses("", "line 1, column 1: The file is empty.");
        await app.Refuses([0xEF, 0xBB, 0xBF], "line 1, column 1: The file is empty.");
        await app.Refuses("\r\n\r\n", "line 1, column 1: The file is empty.");
        await app.Refuses($"{Long}", "line 2, network_code: The file has a header and nothing below it.");
        await app.Refuses("\uFEFFnetwork_code,2019\r\n", "line 2, network_code: The file has a header and nothing below it.");
    }

    [Fact]
    public async Task A_binary_file_is_no_text()
    {
        byte[] zip = [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x08, 0x00, 0x08, 0x00, 0x0A, 0x58];

        await app.Refuses(zip, "line 1, byte 6: This is no text file. Save the table as CSV (UTF-8) and import that file.");
        await app.Refuses(Encoding.Unicode.GetBytes(Long), "line 1, byte 2: This is no text file. Save the table as CSV (UTF-8) and import that file.");
    }

    [Theory]
    [InlineData(';', "semicolons")]
    [InlineData('\t', "tabs")]
    public async Task Columns_are_parted_by_commas(char separator, string found) =>
        await app.Refuses($"{Long}\nMD1,2023,OVERALL,Most\n".Replace(',', separator),
            $"line 1, column 1: The columns are parted by {found}, not by commas. In the spreadsheet choose “CSV UTF-8 (comma delimited)” and save again.");
}
