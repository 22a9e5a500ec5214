using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NetworkHealth.Domain;
using NetworkHealth.Features.Accounts;
using NetworkHealth.Features.Demo;

namespace NetworkHealth.Tests;

/// <summary>People for tests, and what they do on pages.</summary>
public static class Visitors
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Somebody who can sign in.</summary>
    public static async Task<Guid> Person(this TestApp app, string email, string password = DemoData.Password)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<NewAccounts>().Make(email, password)).Id;
    }

    /// <summary>The link of an invitation, for somebody new or known.</summary>
    public static async Task<string> Invitation(this TestApp app, string email)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<NewAccounts>();
        var person = await accounts.Find(email) ?? await accounts.Make(email);
        return $"/account/set-password?person={person.Id}&token={Uri.EscapeDataString(await accounts.Invite(person))}";
    }

    /// <summary>Reads a page and sends one of its forms.</summary>
    public static async Task<HttpResponseMessage> Send(this HttpClient client, string address, string form, params (string Name, string Value)[] fields) =>
        await client.PostAsync(address, new FormUrlEncodedContent(
            [.. Html.HiddenFields(await Html.Read(client, address), form), .. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))]), Ct);

    /// <summary>What a page says is wrong.</summary>
    public static async Task<string> Problem(this HttpResponseMessage response) =>
        Html.Parse(await response.Content.ReadAsStringAsync(Ct)).QuerySelectorAll("[role=alert]").First(alert => !alert.HasAttribute("hidden")).Words();

    /// <summary>Where an answer sends the browser, within this site.</summary>
    public static string Leads(this HttpResponseMessage response) => new Uri(new Uri("http://localhost"), response.Headers.Location!).PathAndQuery;

    /// <summary>What the chain says somebody did, from the first to the last.</summary>
    public static async Task<IReadOnlyList<ChangeAction>> Done(this TestApp app, Guid person)
    {
        await using var db = await app.Db();
        return await db.Changes.Where(change => change.ActorId == person).OrderBy(change => change.Number).Select(change => change.Action).ToListAsync(Ct);
    }
}
