using System.Text;

namespace NetworkHealth.Tests.Features.DataImport;

/// <summary>What a refused file must show: its problems, word for word, and tables as they were.</summary>
internal static class Refusals
{
    private const string Standing = "network_code,2019,2021\nMD1,Dev (Mid),Most\nMD2,,Least\n";

    public static Task Refuses(this TestApp app, string csv, params string[] problems) => app.Refuses(Encoding.UTF8.GetBytes(csv), problems);

    public static async Task Refuses(this TestApp app, byte[] csv, params string[] problems)
    {
        await app.Import(Standing);
        string before = await Fingerprint.Of(app);

        var result = await app.Import(csv);

        Assert.Equal(problems, result.Problems.Select(problem => problem.ToString()));
        Assert.Equal((0, 0, 0), (result.Created, result.Revised, result.Unchanged));
        Assert.Equal(before, await Fingerprint.Of(app));
    }
}
