using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NetworkHealth.Domain;
using NetworkHealth.Features.AnnualRating;
using NetworkHealth.Features.DataImport;

namespace NetworkHealth.BrowserTests.OpenPages;

/// <summary>A cohort of networks with three rated years and an open draft each, which one evaluator may rate, and their rating pages.</summary>
internal sealed class OpenNetworks(RatingDatabase database, Chromium browser, string server)
{
    private const int Year = 2026;
    private const string Cohort = "pages";
    private const float Patience = 180_000;

    private string? cookies;

    /// <summary>Makes the networks, numbered from 0.</summary>
    public async Task Create(int count)
    {
        await Import(count);
        var evaluator = await LetRate();
        var drafts = new Drafts(database, TimeProvider.System);
        for (int i = 0; i < count; i++)
            await drafts.Open(evaluator, new RatingAddress(Cohort, Code(i), Year, RatingSource.External));
    }

    /// <summary>Opens the rating pages of networks, each in a window of its own, and waits until they are alive.</summary>
    public async Task<IReadOnlyList<IPage>> Open(IEnumerable<int> networks)
    {
        cookies ??= await SignIn();
        var pages = new List<IPage>();
        foreach (int[] some in networks.Chunk(8))
            pages.AddRange(await Task.WhenAll(some.Select(Open)));
        return pages;
    }

    /// <summary>What the drafts answer about hub leadership in the database, in the order of the networks.</summary>
    public async Task<IReadOnlyList<Answer?>> Answers()
    {
        await using var db = database.CreateDbContext();
        return await db.DraftEntries.AsNoTracking()
            .Where(entry => entry.Subject == Subject.HubLeadership && entry.Source == RatingSource.External && entry.Year == Year)
            .Join(db.Networks.Where(network => db.Cohorts.Any(cohort => cohort.Id == network.CohortId && cohort.Slug == Cohort)),
                entry => entry.NetworkId, network => network.Id, (entry, network) => new { network.Code, entry.Answer })
            .OrderBy(one => one.Code).Select(one => one.Answer).ToListAsync();
    }

    private static string Code(int network) => $"P{network:0000}";

    private async Task<IPage> Open(int network)
    {
        var page = await browser.NewPage(server, state: cookies);
        await page.GotoAsync($"/networks/{Cohort}/{Code(network)}/ratings/{Year}?source=external&step=HL", new PageGotoOptions { Timeout = Patience });
        await Assertions.Expect(page.Locator("fieldset.entries:not([disabled])")).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = Patience });
        return page;
    }

    private async Task Import(int count)
    {
        var file = new StringBuilder("network_code,year,subject,level\n");
        for (int i = 0; i < count; i++)
        {
            for (int year = Year - 3; year < Year; year++)
            {
                foreach (var subject in SubjectWords.All)
                    file.Append(CultureInfo.InvariantCulture, $"{Code(i)},{year},{subject.Code()},{(i + year + (int)subject) % 5}\n");
            }
        }

        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(file.ToString()));
        var result = await new RatingsImport(database, TimeProvider.System).Run(
            Actor.Operator, new ImportOrder(Cohort, "pages.csv", "Open pages", RatingSource.External), stream);
        Assert.Empty(result.Problems);
    }

    private async Task<Actor> LetRate()
    {
        await using var db = database.CreateDbContext();
        await using var change = await db.BeginChange(Actor.Operator, TimeProvider.System);
        var cohort = await db.Cohorts.SingleAsync(known => known.Slug == Cohort);
        cohort.AddCycle(Year, isOpen: true);
        change.Keep(cohort);
        var person = await db.Users.SingleAsync(person => person.Email == Site.Evaluator);
        var grant = new Grant(person.Id, Role.Evaluator, cohort.Id);
        db.Grants.Add(grant);
        await change.Commit(ChangeAction.RoleGiven, cohort.Id, $"person:{person.Id}");
        return new Actor(person.Id, [grant]);
    }

    private async Task<string> SignIn()
    {
        var page = await browser.NewPage(server);
        await LiveApp.SignIn(page, Site.Evaluator);
        string state = await page.Context.StorageStateAsync();
        await page.Context.CloseAsync();
        return state;
    }
}
