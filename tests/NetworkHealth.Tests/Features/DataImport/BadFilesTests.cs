using System.Text;

namespace NetworkHealth.Tests.Features.DataImport;

/// <summary>Files that are refused as a whole: what each cell should have been. See <see cref="BrokenFilesTests"/> for the file itself.</summary>
public sealed class BadFilesTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Long = "network_code,year,subject,level";
    private const string LongOptions = "network_code,year,subject,level,network_name,not_rated_reason,source,rated_month";
    private const string Levels = "Write Least, Dev (Low), Dev (Mid), Dev (High), Most, or 0 to 4.";

    [Theory]
    [InlineData("Good")]
    [InlineData("5")]
    [InlineData("2.0")]
    [InlineData("NA")]
    public async Task A_level_must_be_one(string level)
    {
        await app.Refuses($"{Long}\nMD1,2023,OVERALL,Most\nMD2,2023,OVERALL,{level}\n", $"line 3, level: '{level}' is not a level. {Levels}");
        await app.Refuses($"network_code,2019,y2021\nMD1,Most,{level}\n", $"line 2, y2021: '{level}' is not a level. {Levels}");
    }

    [Theory]
    [InlineData("XX")]
    [InlineData("")]
    [InlineData("Hub leadership")]
    public async Task A_subject_must_be_one(string subject)
    {
        string says = $"subject: '{subject}' is not a subject. Write OVERALL, HL, RE, CI, NC, CU, CX.";
        await app.Refuses($"{Long}\nMD1,2023,{subject},Most\n", $"line 2, {says}");
        await app.Refuses($"network_code,subject,2019\nMD1,HL,Most\nMD1,{subject},Most\n", $"line 3, {says}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("1899")]
    [InlineData("2101")]
    [InlineData("-2019")]
    [InlineData("2019.5")]
    public async Task A_year_must_be_one_from_1900_to_2100(string year) =>
        await app.Refuses($"{Long}\nMD1,{year},OVERALL,Most\n", $"line 2, year: '{year}' is not a year from 1900 to 2100.");

    [Fact]
    public async Task The_first_and_the_last_possible_year_are_fine()
    {
        var result = await app.Import("network_code,1900,2100\nMD1,Least,Most\n", "edges", dryRun: true);

        Assert.Equal("1 rows: 2 ratings created, 0 revised, 0 unchanged", result.ToString());
    }

    [Fact]
    public async Task A_network_has_one_name_a_year()
    {
        await app.Refuses($"{LongOptions}\nMD1,2023,OVERALL,Most,North,,,\nMD1,2023,HL,Most,South,,,\n",
            "line 3, network_name: MD1 is called “South” here and “North” on line 2, in the same year.");
        await app.Refuses("network_code,subject,2019,network_name\nMD1,HL,Most,North\nMD1,RE,Most,South\n",
            "line 3, network_name: MD1 is called “South” here and “North” on line 2, in the same year.");
    }

    [Fact]
    public async Task A_key_stands_once_and_both_its_lines_are_named()
    {
        await app.Refuses($"{Long}\nMD1,2023,HL,Most\nMD2,2023,HL,Most\nMD1,2023,hl,Least\n",
            "line 4, subject: The same network, year, subject and source stands already on line 2.");
        await app.Refuses("network_code,2019\nMD1,Most\nMD1,Most\n",
            "line 3, network_code: The same network, year, subject and source stands already on line 2.");
        await app.Refuses("network_code,subject,2019\nMD1,HL,Most\nMD1,RE,Most\nMD1,HL,Most\n",
            "line 4, network_code: The same network, year, subject and source stands already on line 2.");
    }

    [Fact]
    public async Task A_code_has_one_to_sixty_four_visible_characters()
    {
        string code = new('A', 65);
        await app.Refuses($"{Long}\n{code},2023,OVERALL,Most\n",
            "line 2, network_code: The code “AAAAAAAAAAAAAAAAAAAA…” has 65 characters. A network's code has at most 64.");
        await app.Refuses($"{Long}\n ,2023,OVERALL,Most\n", "line 2, network_code: A network needs a code.");
        await app.Refuses($"{Long}\nA/B,2023,OVERALL,Most\n", "line 2, network_code: The code “A/B” cannot stand in a web address. Leave out / and \\.");
        await app.Refuses($"{Long}\nA\u200BB,2023,OVERALL,Most\n", "line 2, network_code: The code “AB…” holds a character that cannot be seen.");
    }

    [Fact]
    public async Task A_row_says_a_level_or_a_reason_in_the_words_for_it()
    {
        await app.Refuses($"{LongOptions}\nMD1,2023,OVERALL,Most,,not_asked,,\n",
            "line 2, not_rated_reason: The row has a level and a reason for having none. Keep one of them.");
        await app.Refuses($"{LongOptions}\nMD1,2023,OVERALL,,,forgot,,\n",
            "line 2, not_rated_reason: 'forgot' is not a reason. Write not_enough_evidence, not_applicable, not_asked.");
        await app.Refuses($"{LongOptions}\nMD1,2023,OVERALL,Most,,,hub,\n", "line 2, source: 'hub' is not a source. Write self or external.");
        await app.Refuses($"{LongOptions}\nMD1,2023,OVERALL,Most,,,,June\nMD2,2023,OVERALL,Most,,,,2023-13\n",
            "line 2, rated_month: 'June' is not a month. Write it as 2023-06.",
            "line 3, rated_month: '2023-13' is not a month. Write it as 2023-06.");
    }

    [Fact]
    public async Task Of_many_problems_a_hundred_are_listed_and_the_rest_is_counted()
    {
        var csv = new StringBuilder(Long).Append('\n');
        for (int i = 0; i < 250; i++)
            csv.Append(System.Globalization.CultureInfo.InvariantCulture, $"N{i},2023,OVERALL,Good\n");

        var result = await app.Import(csv.ToString());

        Assert.Equal((100, 150), (result.Problems.Count, result.NotListed));
        Assert.Equal($"line 2, level: 'Good' is not a level. {Levels}", result.Problems[0].ToString());
        Assert.Equal($"line 101, level: 'Good' is not a level. {Levels}", result.Problems[^1].ToString());
    }
}
