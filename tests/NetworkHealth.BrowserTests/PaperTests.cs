using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace NetworkHealth.BrowserTests;

/// <summary>What is made for paper fits it.</summary>
public sealed partial class PaperTests(LiveApp live) : IClassFixture<LiveApp>
{
    [Theory]
    [InlineData("A4")]
    [InlineData("Letter")]
    public async Task The_blank_form_takes_a_sheet_for_each_subject_and_one_before(string paper)
    {
        var page = await live.NewPage();
        await page.GotoAsync("/framework/form");

        byte[] pdf = await page.PdfAsync(new PagePdfOptions { Format = paper });

        Assert.Equal(8, Sheet().Count(Encoding.Latin1.GetString(pdf)));
        await page.Context.CloseAsync();
    }

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex Sheet();
}
