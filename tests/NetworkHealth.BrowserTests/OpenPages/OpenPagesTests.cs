using System.Globalization;
using Microsoft.Playwright;
using NetworkHealth.Domain;

namespace NetworkHealth.BrowserTests.OpenPages;

/// <summary>
/// Many rating pages open at once: what each takes of the server's memory, and how long a save takes against an echo when all save at the
/// same moment. A few pages by default; <c>NETWORKHEALTH_PAGES</c> says how many.
/// </summary>
public sealed class OpenPagesTests
{
    private const int Rounds = 5;
    private const string Tools = """
        (() => {
          const at = (moment, act) => new Promise((resolve, reject) => Date.now() > moment ? reject(new Error("too late to begin with the others")) : setTimeout(() => {
            const begin = performance.now();
            act(() => resolve(performance.now() - begin));
          }, moment - Date.now()));
          window.echo = ([moment, text]) => at(moment, done => DotNet.invokeMethodAsync("NetworkHealth.BrowserTests", "Echo", text).then(done));
          window.choose = ([moment, level]) => at(moment, done => {
            addEventListener("fieldsaved", done, { once: true });
            document.querySelector(`[name="HL.answer"][value="${level}"]`).click();
          });
        })()
        """;

    [Fact]
    public async Task Many_pages_take_little_memory_and_save_at_once_without_loss()
    {
        int count = Settings.Count("NETWORKHEALTH_PAGES", 4);
        var database = await RatingDatabase.Create();
        await using var server = AppProcess.OfBuild(database.Connection, ("DOTNET_STARTUP_HOOKS", typeof(Probe).Assembly.Location));
        await server.Start();
        await using var browser = await Chromium.Launch("--renderer-process-limit=12");
        var networks = new OpenNetworks(database, browser, server.Address);
        await networks.Create(count + 1);

        // One more than is measured: it asks the server for its heap. Two others come and go before, which loads what all pages share.
        var asking = (await networks.Open([count])).Single();
        var first = await networks.Open([0, 1]);
        await SaveAtOnce(first, round: 1);
        await Task.WhenAll(first.Select(page => page.Context.CloseAsync()));
        var idle = await Memory(server, asking);

        var pages = await networks.Open(Enumerable.Range(0, count));
        var (echoes, saves) = (new List<double>(), new List<double>());
        for (int round = 0; round <= Rounds; round++)
        {
            // In turns, so that a busy minute falls on both. The first round warms up.
            double[] echo = await AtOnce(pages, "echo", $"HL.answer {round}"), save = await SaveAtOnce(pages, round);
            Assert.All((await networks.Answers()).Take(count), answer => Assert.Equal(Answer.Of(Chosen(round)), answer));
            if (round == 0)
                continue;
            echoes.AddRange(echo);
            saves.AddRange(save);
        }

        var open = await Memory(server, asking);
        var (limit, ours) = (new Times(echoes), new Times(saves));
        PageReport.Say("Saving", $"{count} pages at once, {Rounds} times: echo {limit}; save {ours}; save over echo {ours.Median / limit.Median:0.0} at the median, {ours.P95 / limit.P95:0.0} at p95");
        PageReport.Say("Memory", $"{count} pages: {(open.Managed - idle.Managed) / count * 1024:0} kB managed and {(open.Resident - idle.Resident) / count * 1024:0} kB resident for each; managed {idle.Managed:0.0} MB without them, {open.Managed:0.0} MB with them; resident {idle.Resident:0} and {open.Resident:0} MB");
        Assert.InRange((open.Managed - idle.Managed) / count, double.MinValue, 4);
    }

    // Different from round to round, so that each is something to save.
    private static Level Chosen(int round) => LevelWords.All[round % LevelWords.All.Count];

    private static Task<double[]> SaveAtOnce(IReadOnlyList<IPage> pages, int round) =>
        AtOnce(pages, "choose", ((int)Chosen(round)).ToString(CultureInfo.InvariantCulture));

    /// <summary>Lets all pages do something at one moment, which is so late that each knows of it.</summary>
    private static async Task<double[]> AtOnce(IReadOnlyList<IPage> pages, string act, string what)
    {
        await Task.WhenAll(pages.Select(page => page.EvaluateAsync(Tools)));
        long moment = DateTimeOffset.UtcNow.AddSeconds(0.5 + pages.Count / 25.0).ToUnixTimeMilliseconds();
        return await Task.WhenAll(pages.Select(page => page.EvaluateAsync<double>($"asked => {act}(asked)", new object[] { moment, what })))
            .WaitAsync(TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken);
    }

    /// <summary>Megabytes on the heap once all garbage was collected, and resident after that.</summary>
    private static async Task<(double Managed, double Resident)> Memory(AppProcess server, IPage asking) =>
        (await asking.EvaluateAsync<double>("() => DotNet.invokeMethodAsync('NetworkHealth.BrowserTests', 'Heap')") / (1 << 20), server.Resident());
}
