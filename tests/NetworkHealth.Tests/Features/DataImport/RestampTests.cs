namespace NetworkHealth.Tests.Features.DataImport;

/// <summary>A file that gives a part of a rating another rubric or month than the rating had.</summary>
public sealed class RestampTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Whole = "network_code,year,subject,level,framework_version,rated_month\nMD1,2023,OVERALL,2,2024.1,2023-06\nMD1,2023,HL,3,2024.1,2023-06\n";

    [Fact]
    public async Task Answers_that_take_the_rubric_of_a_partial_file_are_told()
    {
        await app.Import(Whole, "partial");

        var partial = await app.Import("network_code,year,subject,level,framework_version\nMD1,2023,HL,4,2025.1\n", "partial");

        Assert.Equal(["One rating took the framework version or month of this file as a whole, also for answers that it does not repeat."], partial.Warnings);
        Assert.Equal((0, 1, 0), (partial.Created, partial.Revised, partial.Unchanged));
    }

    [Theory]
    [InlineData("network_code,year,subject,level,framework_version\nMD1,2023,HL,4,2024.1\n")]
    [InlineData("network_code,year,subject,level\nMD1,2023,HL,1\n")]
    [InlineData("network_code,year,subject,level,framework_version\nMD1,2023,HL,4,2025.1\nMD1,2023,OVERALL,2,2025.1\n")]
    public async Task A_file_that_repeats_all_or_changes_neither_is_no_matter(string file)
    {
        string cohort = $"whole-{file.GetHashCode(StringComparison.Ordinal):x}";
        await app.Import(Whole, cohort);

        var result = await app.Import(file, cohort);

        Assert.Empty(result.Warnings);
        Assert.Equal(1, result.Revised);
    }
}
