using Microsoft.EntityFrameworkCore;

namespace NetworkHealth.Tests.Features.DataImport;

/// <summary>Names of networks in files: the latest year's stands.</summary>
public sealed class NetworkNamesTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Header = "network_code,year,subject,level,network_name\n";

    [Fact]
    public async Task The_name_of_the_latest_year_stands_and_the_others_are_warnings()
    {
        var result = await app.Import(
            Header + "MD1,2023,OVERALL,Most,Third\nMD1,2021,OVERALL,Most,First\nMD1,2022,OVERALL,Most,Second\nMD1,2019,OVERALL,Most,First\nMD1,2024,OVERALL,Most,\n", "latest");

        Assert.Equal("Third", await Name("latest"));
        Assert.Equal(["MD1 was called “First” in 2019; “Third” of 2023 stands.", "MD1 was called “Second” in 2022; “Third” of 2023 stands."], result.Warnings);
    }

    [Fact]
    public async Task A_newer_file_renames_and_a_network_without_a_name_goes_by_its_code()
    {
        await app.Import("network_code,2021\nMD1,Most\n", "renamed");
        string unnamed = await Name("renamed");
        await app.Import(Header + "MD1,2021,HL,Most,First\n", "renamed");
        string first = await Name("renamed");

        var result = await app.Import(Header + "MD1,2022,OVERALL,Most,Second\n", "renamed");

        Assert.Equal(("MD1", "First", "Second"), (unnamed, first, await Name("renamed")));
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public async Task An_older_file_does_not_bring_an_old_name_back()
    {
        await app.Import(Header + "MD1,2023,OVERALL,Most,New\n", "older");

        var result = await app.Import(Header + "MD1,2019,OVERALL,Most,Oldest\nMD1,2021,OVERALL,Most,Old\n", "older");

        Assert.Equal("New", await Name("older"));
        Assert.Equal(2, result.Created);
        Assert.Equal(
            [
                "MD1 keeps its name “New”: it was rated in 2023, later than the file's “Old” of 2021.",
                "MD1 was called “Oldest” in 2019; “New” stands.",
            ], result.Warnings);
    }

    [Theory]
    [InlineData("=1+1", "=1+1")]
    [InlineData("'=1+1", "=1+1")]
    [InlineData("\"Ann \"\"X\"\" O'Hara, \u00E9 🙂\"", "Ann \"X\" O'Hara, \u00E9 🙂")]
    [InlineData("000123", "000123")]
    [InlineData("1E5", "1E5")]
    [InlineData("NA", "NA")]
    [InlineData("NULL", "NULL")]
    public async Task A_name_is_text_whatever_it_looks_like(string written, string name)
    {
        string cohort = $"name-{Convert.ToHexStringLower([.. System.Text.Encoding.UTF8.GetBytes(written).Take(20)])}";

        await app.Import(Header + $"MD1,2023,OVERALL,Most,{written}\n", cohort);

        Assert.Equal(name, await Name(cohort));
    }

    private async Task<string> Name(string slug)
    {
        await using var db = await app.Db();
        var cohort = await db.Cohorts.SingleAsync(c => c.Slug == slug, TestContext.Current.CancellationToken);
        return (await db.Networks.SingleAsync(n => n.CohortId == cohort.Id && n.Code == "MD1", TestContext.Current.CancellationToken)).Name;
    }
}
