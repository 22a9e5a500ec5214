using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NetworkHealth.Domain;
using NetworkHealth.Features.Dashboards;
using NetworkHealth.Features.DataImport;
using NetworkHealth.Features.Strategies;

namespace NetworkHealth.BrowserTests;

/// <summary>Goes to a place of the site, also where its address is known only once the application runs.</summary>
internal static class SiteVisits
{
    public static async Task<IResponse> Visit(this LiveApp live, IPage page, Site.Place place, WaitUntilState until = WaitUntilState.Load)
    {
        var response = await page.GotoAsync(await live.AddressOf(place), new() { WaitUntil = until });
        Assert.True(response!.Status == place.Status, $"{place.Name} answers {response.Status}");
        return response;
    }

    /// <summary>Looks at every place, with the eyes of whoever looks at it.</summary>
    public static async Task OnEveryPage(this LiveApp live, int width, ColorScheme scheme, Func<IPage, Site.Place, Task> look)
    {
        foreach (var who in Site.Places.GroupBy(place => place.SignedInAs))
        {
            var page = await live.NewPage(width, scheme, who.Key);
            foreach (var place in who)
            {
                await live.Visit(page, place);
                // What is written in place is alive a moment after it is drawn, and an open entry then takes the focus.
                await page.WaitForFunctionAsync("() => !document.querySelector('main fieldset:disabled') && (document.querySelector('.editing')?.contains(document.activeElement) ?? true)");
                await look(page, place);
            }

            await page.Context.CloseAsync();
        }
    }

    private static async Task<string> AddressOf(this LiveApp live, Site.Place place)
    {
        string address = place.Address;
        if (address.Contains("{person}", StringComparison.Ordinal))
            address = address.Replace("{person}", $"{await live.IdOf(Site.Member)}", StringComparison.Ordinal);
        if (address.Contains("{file}", StringComparison.Ordinal))
            address = address.Replace("{file}", await live.Brought(place.SignedInAs!), StringComparison.Ordinal);
        if (address.Contains("{strategy}", StringComparison.Ordinal))
            address = address.Replace("{strategy}", $"{await live.Told(place.SignedInAs!)}", StringComparison.Ordinal);
        if (address.Contains("{kept}", StringComparison.Ordinal))
            address = address.Replace("{kept}", $"{await live.Keeps(place.SignedInAs!)}", StringComparison.Ordinal);
        if (address.Contains("{counted}", StringComparison.Ordinal))
            address = address.Replace("{counted}", await CountedNetworks.Create(live, place.SignedInAs!), StringComparison.Ordinal);
        return address;
    }

    // Figures of a board date.
    private static async Task<Guid> Keeps(this LiveApp live, string by) =>
        await live.Services.GetRequiredService<FiguresKept>().Keep(await new RatingDesk(live.Connection).Actor(by), "demo", "", "Board", CancellationToken.None);

    /// <summary>The id of somebody's account.</summary>
    public static async Task<Guid> IdOf(this LiveApp live, string email)
    {
        await using var db = new RatingDesk(live.Connection).CreateDbContext();
        return (await db.Users.SingleAsync(person => person.Email == email)).Id;
    }

    // A strategy of the hub's own.
    private static async Task<Guid> Told(this LiveApp live, string by)
    {
        var actor = await new RatingDesk(live.Connection).Actor(by);
        return await live.Services.GetRequiredService<HubStrategies>().Add(actor, new("demo", "RIV"), new("Cards", Strategy.Codify, "We made cards.", [MatrixPlace.All[0]], true));
    }

    // A file that would do a bit of everything.
    private static async Task<string> Brought(this LiveApp live, string by)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes("network_code,year,subject,level\nRIV,2025,OVERALL,4\nNEW,2025,OVERALL,2\n"));
        var actor = await new RatingDesk(live.Connection).Actor(by);
        return await live.Services.GetRequiredService<Uploads>().Add(actor, new ImportOrder("demo", "more.csv"), file);
    }
}
