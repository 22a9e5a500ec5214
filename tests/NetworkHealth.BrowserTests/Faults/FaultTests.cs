using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Playwright;
using NetworkHealth.Domain;
using NetworkHealth.Features.AnnualRating;
using NetworkHealth.Features.Demo;
using NetworkHealth.Tests;

namespace NetworkHealth.BrowserTests.Faults;

/// <summary>
/// The server is killed while people type and submit. A few rounds by default; <c>NETWORKHEALTH_FAULTS_TYPING</c> and
/// <c>NETWORKHEALTH_FAULTS_SUBMITS</c> say how many.
/// </summary>
public sealed class FaultTests : IAsyncLifetime
{
    private const int Year = DemoData.OpenCycle;
    // rating.js waits so long after the last key of a text.
    private const int Soon = 350;
    private const string Writable = "fieldset.entries:not([disabled])";
    private const string Tells = """
        addEventListener("input", event => { if (event.target.closest(".entries")) tell("typed", event.target.name, event.target.value); }, true);
        addEventListener("fieldsaved", event => tell("confirmed", event.detail.field, event.detail.value));
        """;

    private readonly Chance chance = new();
    private readonly ConcurrentQueue<string> heard = [];
    private volatile bool hasNoScript;
    private RatingDatabase database = null!;
    private AppProcess server = null!;
    private Chromium browser = null!;
    private Actor leader = null!;
    private Network network = null!;
    private RatingAddress address = null!;
    private Drafts drafts = null!;

    public async ValueTask InitializeAsync()
    {
        database = await RatingDatabase.Create();
        server = AppProcess.OfBuild(database.Connection);
        await server.Start();
        (leader, network) = await database.LeaderOf(Site.Leader, DemoData.LeaderNetwork);
        address = new RatingAddress(DemoData.Demo, network.Code, Year, RatingSource.Self);
        drafts = new Drafts(database, TimeProvider.System);
        await drafts.Open(leader, address);
        browser = await Chromium.Launch();
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Nothing_that_was_typed_is_lost_when_the_server_is_killed()
    {
        int rounds = Settings.Count("NETWORKHEALTH_FAULTS_TYPING", 3), typed = 0;
        var report = new FaultReport("Typing");
        report.Say($"seed {chance.Seed}; round, ms to the kill | field | typed | confirmed before the kill | found after the kill | found at the end");
        var (ledger, count) = (new Ledger(), new FaultCount());
        var page = await OpenRating(ledger);
        var (texts, choices) = await Fields(page);

        for (int round = 1; round <= rounds; round++)
        {
            await page.EvaluateAsync("() => { window.before = true; }");
            var clock = Stopwatch.StartNew();
            var names = chance.Some(4, chance.Some(2, texts).Concat(chance.Some(2, choices))).ToList();
            foreach (string field in names)
            {
                if (field != names[0] && chance.Below(2) == 0)
                    await Wait(chance.Below(800));
                await Type(page, field, round, ledger);
            }

            await Wait(chance.Below(300) + (texts.Contains(names[^1]) && chance.Below(2) == 0 ? Soon : 0));
            var killed = await Kill(ledger, count);
            long after = clock.ElapsedMilliseconds;
            await server.Start();
            if (round % 5 == 0)
            {
                await Wait(chance.Below(3000));
                await Kill(ledger, count);
                await server.Start();
            }

            try
            {
                await UntilBack(page, ledger, count);
            }
            catch (Exception)
            {
                report.Say($"round {round}: the page does not come back; it said last {string.Join("\n", heard.TakeLast(30))}");
                throw;
            }

            count.Conflicts += await page.GetByText("was changed elsewhere").CountAsync();
            var end = await database.Fields(network, Year);
            foreach (var (field, found, kept) in killed)
            {
                string last = end.GetValueOrDefault(field.Field, "");
                bool back = last == ledger.Now().Single(of => of.Field == field.Field).Typed;
                count.NotBack += back ? 0 : 1;
                if (names.Contains(field.Field) || !kept || !back)
                    report.Say($"{round}, {after} | {field.Field} | {field.Typed} | {field.Confirmed} | {found} | {last}{(kept ? "" : " LOST")}{(back ? "" : " NOT BACK")}");
            }

            typed += names.Count;
        }

        report.Total($"{count.Kills} kills, {typed} values typed, {ledger.Confirmations} confirmed, {count.Waiting} waiting at the kill, {count.Unheard} saved without the page having heard of it, {count.Lost} lost, {count.NotBack} not back, {count.Conflicts} conflicts, {count.Reloads} pages loaded by hand; seed {chance.Seed}");
        Assert.Empty(ledger.Strange);
        Assert.Equal((0, 0, 0), (count.Lost, count.NotBack, count.Conflicts));
        Assert.InRange(ledger.Confirmations, typed, int.MaxValue);
        Assert.InRange(count.Reloads, 0, (rounds / 5) + 1);
    }

    [Fact]
    public async Task A_submit_is_whole_or_nothing_when_the_server_is_killed()
    {
        int rounds = Settings.Count("NETWORKHEALTH_FAULTS_SUBMITS", 2), submitted = 0, torn = 0;
        var report = new FaultReport("Submitting");
        report.Say($"seed {chance.Seed}; round | ms from the click to the kill | transaction | what the database holds | chain");
        var page = await browser.NewPage(server.Address);
        await LiveApp.SignIn(page, Site.Leader);
        await MakeSlowness();
        var (asItIs, inSlowness) = (new Moment(), new Moment());

        for (int round = 1; round <= rounds; round++)
        {
            bool slowed = round % 2 == 0;
            await Slow(slowed);
            await FillDraft(round);
            var before = await database.State(network, Year);
            await page.GotoAsync($"/networks/{DemoData.Demo}/{network.Code}/ratings/{Year}/submit?source=self");
            await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = $"Submit the {Year} rating" })).ToBeEnabledAsync();

            var moment = slowed ? inSlowness : asItIs;
            int wait = moment.Begins + chance.Below(300);
            await page.EvaluateAsync("() => { setTimeout(() => document.querySelector('form[method=post] button.main').click(), 0); }");
            await Wait(wait);
            await server.Kill();

            var left = await database.AsLeft();
            var after = await left.State(network, Year);
            var chain = await left.Verify();
            var (done, nothing) = (after.AllDone(before), after.NothingDone(before));
            bool isTorn = (done is not null && nothing is not null) || chain.Problem is not null;
            string holds = done is null ? $"revision {after.Number}, wholly" : nothing is null ? "the draft, wholly" : $"TORN: {done}; {nothing}";
            report.Say($"{round} | {wait} | {(slowed ? "slowed" : "as it is")} | {holds} | {chain.Problem ?? $"{chain.Count} entries verify"}");
            (submitted, torn) = (submitted + (done is null ? 1 : 0), torn + (isTorn ? 1 : 0));
            moment.Learn(cameThrough: done is null);
            await server.Start();
        }

        report.Total($"{rounds} kills, {submitted} wholly submitted, {rounds - submitted - torn} wholly not, {torn} torn; seed {chance.Seed}");
        Assert.Equal(0, torn);
    }

    private async Task<IPage> OpenRating(Ledger ledger)
    {
        var page = await browser.NewPage(server.Address);
        await page.ExposeFunctionAsync<string, string, string, bool>("tell", (what, field, value) =>
        {
            ledger.Tell(what, field, value);
            return true;
        });
        await page.AddInitScriptAsync(Tells);
        page.Console += (_, message) => heard.Enqueue($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => heard.Enqueue(error);
        page.FrameNavigated += (_, frame) => hasNoScript &= frame != page.MainFrame;
        page.RequestFailed += (_, request) => hasNoScript |= request.ResourceType == "script" && (request.Url.Contains("/app.", StringComparison.Ordinal) || request.Url.Contains("blazor.web", StringComparison.Ordinal));
        await LiveApp.SignIn(page, Site.Leader);
        await page.GotoAsync($"/networks/{DemoData.Demo}/{network.Code}/ratings/{Year}?source=self&step=all");
        await Ready(page);
        var leadership = page.GetByRole(AriaRole.Region, new() { Name = "Hub leadership" });
        await leadership.GetByRole(AriaRole.Button, new() { Name = "Add a link" }).ClickAsync();
        await leadership.GetByRole(AriaRole.Button, new() { Name = "Add a survey result" }).ClickAsync();
        await Assertions.Expect(leadership.GetByLabel("What it found")).ToBeVisibleAsync();
        return page;
    }

    /// <summary>Kills the server and holds what the database has against what the page said was saved.</summary>
    private async Task<List<(FieldHistory Field, string Found, bool Kept)>> Kill(Ledger ledger, FaultCount count)
    {
        await server.Kill();
        var left = await (await database.AsLeft()).Fields(network, Year);
        await Wait(200); // what the browser had received before the kill, it has told by now
        var fields = ledger.Now().Select(field => (Field: field, Found: left.GetValueOrDefault(field.Field, ""))).ToList();
        count.Kills++;
        count.Waiting += fields.Count(one => one.Field.Typed != one.Field.Confirmed);
        count.Unheard += fields.Count(one => one.Found != one.Field.Confirmed && one.Field.Allows(one.Found));
        count.Lost += fields.Count(one => !one.Field.Allows(one.Found));
        return [.. fields.Select(one => (one.Field, one.Found, one.Field.Allows(one.Found)))];
    }

    /// <summary>Every text and every choice of the page, of all subjects.</summary>
    private static async Task<(IReadOnlyList<string> Texts, IReadOnlyList<string> Choices)> Fields(IPage page)
    {
        Task<string[]> Names(string controls) =>
            page.EvaluateAsync<string[]>($"() => [...new Set([...document.querySelectorAll('.entries :is({controls})')].map(e => e.name))]");
        return (await Names("textarea, input[type=text]:not([inputmode])"), await Names("input[type=radio]"));
    }

    private async Task Type(IPage page, string field, int round, Ledger ledger)
    {
        var control = page.Locator($"[name='{field}']");
        if (await control.First.GetAttributeAsync("type") == "radio")
        {
            string? now = ledger.Now().SingleOrDefault(of => of.Field == field)?.Typed;
            var others = (await control.EvaluateAllAsync<string[]>("all => all.map(one => one.value)")).Where(value => value != now).ToList();
            await page.Locator($"label:has([name='{field}'][value='{chance.OneOf(others)}'])").ClickAsync();
            return;
        }

        // The first stroke replaces what stood there by something that no round had before; the others follow as keys.
        await control.FillAsync($"{round}:{field} ");
        await control.PressSequentiallyAsync($"seen {chance.Below(10_000)}", new LocatorPressSequentiallyOptions { Delay = chance.Below(25) });
    }

    /// <summary>Waits for the page to come back by itself and to send what it still holds.</summary>
    private async Task UntilBack(IPage page, Ledger ledger, FaultCount count)
    {
        await page.WaitForFunctionAsync("() => !window.before", null, new PageWaitForFunctionOptions { Timeout = 120_000 });
        // A server that dies again while the page loads leaves the browser's own page about it, or a page without its scripts, which asks to be
        // loaded again; and a person who does.
        var patience = DateTime.UtcNow.AddMinutes(1);
        while (DateTime.UtcNow < patience && !await page.Locator(Writable).IsVisibleAsync())
        {
            if (hasNoScript || await IsBrowsersOwn(page))
            {
                count.Reloads++;
                await page.ReloadAsync();
            }

            await Wait(100);
        }

        await Ready(page);
        var until = DateTime.UtcNow.AddMinutes(1);
        while (DateTime.UtcNow < until && ledger.Now().Any(field => field.Typed != field.Confirmed))
            await Wait(50);
    }

    private static async Task<bool> IsBrowsersOwn(IPage page)
    {
        try
        {
            return await page.EvaluateAsync<string>("() => location.protocol") == "chrome-error:";
        }
        catch (PlaywrightException)
        {
            return false; // on its way to another page
        }
    }

    private static Task Wait(int milliseconds) => Task.Delay(milliseconds, TestContext.Current.CancellationToken);

    private static Task Ready(IPage page) =>
        Assertions.Expect(page.Locator(Writable)).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 60_000 });

    /// <summary>Opens a draft if none is open, and gives it seven answers and grounds that no round had before.</summary>
    private async Task FillDraft(int round)
    {
        if ((await database.State(network, Year)).Draft is null)
            await drafts.Open(leader, address, $"Round {round}");
        var draft = (await database.State(network, Year)).Draft!;
        var entries = new DraftEntries(database);
        foreach (var entry in draft.Entries)
        {
            var grounds = new Grounds
            {
                Seen = $"Round {round} saw {chance.Below(10_000)} of {entry.Subject.Name()}",
                Why = $"Round {round} thinks so",
                Links = [new EvidenceLink(1, $"Log {round}", "https://example.org/log")],
            };
            var next = entry.Next(new Judgement(Answer.Of(chance.OneOf(LevelWords.All)), grounds), leader.PersonId, "the test", DateTimeOffset.UtcNow);
            Assert.True(await entries.Save(leader, network, next));
        }
    }

    private Task MakeSlowness() => database.Execute(TestDatabase.Kind == DatabaseKind.Postgres
        ? "CREATE FUNCTION slowly() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(0.04); RETURN NULL; END $$"
        : "CREATE VIEW slowly AS WITH RECURSIVE count(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM count WHERE n < 200000) SELECT max(n) AS n FROM count");

    /// <summary>Makes every row that a submit writes or deletes take some 40 ms, or no longer.</summary>
    private async Task Slow(bool slowed)
    {
        foreach (var (what, table) in new[] { ("INSERT", "revisions"), ("INSERT", "revision_grounds"), ("DELETE", "drafts"), ("INSERT", "audit_changes") })
        {
            await database.Execute((TestDatabase.Kind, slowed) switch
            {
                (DatabaseKind.Postgres, true) => $"CREATE TRIGGER slow_{table} AFTER {what} ON {table} FOR EACH ROW EXECUTE FUNCTION slowly()",
                (_, true) => $"CREATE TRIGGER slow_{table} AFTER {what} ON {table} BEGIN SELECT n FROM slowly; END",
                (DatabaseKind.Postgres, false) => $"DROP TRIGGER IF EXISTS slow_{table} ON {table}",
                _ => $"DROP TRIGGER IF EXISTS slow_{table}",
            });
        }
    }
}
