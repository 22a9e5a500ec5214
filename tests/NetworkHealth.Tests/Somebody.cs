using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Features.Administration;
using NetworkHealth.Features.Demo;

namespace NetworkHealth.Tests;

/// <summary>Accounts put in without an invitation, and actors with one role.</summary>
internal static class Somebody
{
    private static readonly Guid Cohort = Guid.NewGuid(), Network = Guid.NewGuid();

    /// <summary>Everybody who is no administrator, each with a role somewhere.</summary>
    public static IReadOnlyList<Actor> WhoDoesNotAdminister { get; } =
    [
        Actor.Stranger, With(Role.HubLeader, network: Network), With(Role.HubMember, network: Network),
        With(Role.Evaluator, Cohort), With(Role.Funder, Cohort), With(Role.Researcher, Cohort),
    ];

    public static Actor With(Role role, Guid? cohort = null, Guid? network = null, Guid? id = null)
    {
        var person = id ?? Guid.CreateVersion7();
        return new Actor(person, [new Grant(person, role, cohort, network)]);
    }

    /// <summary>An account that can sign in, unless it has no password.</summary>
    public static async Task<Guid> Account(TestApp app, string email, Role? role = null, Guid? cohort = null, Guid? network = null, string? password = DemoData.Password)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var person = new Person { UserName = email, Email = email, EmailConfirmed = true };
        Assert.True((password is null ? await people.CreateAsync(person) : await people.CreateAsync(person, password)).Succeeded);
        if (role is { } held)
        {
            await using var db = await app.Db();
            db.Grants.Add(new Grant(person.Id, held, cohort, network));
            await db.SaveChangesAsync();
        }

        return person.Id;
    }

    /// <summary>Gives somebody a passkey, as if their device had made one.</summary>
    public static async Task Passkey(TestApp app, Guid person) => await InScope(app, async (UserManager<Person> people) => await people.AddOrUpdatePasskeyAsync(
        (await people.FindByIdAsync(person.ToString()))!,
        new UserPasskeyInfo(person.ToByteArray(), [1], DateTimeOffset.UtcNow, 0, null, true, false, false, [1], [1])));

    public static async Task<string> EditionOf(TestApp app, Guid id) => (await app.Get<People>().Read(Actor.Operator, id))!.Edition;

    public static async Task<string> Refused(Func<Task> what) => (await Assert.ThrowsAsync<DomainRuleException>(what)).Message;

    /// <summary>Does something with services of a request.</summary>
    public static async Task<T> InScope<TService, T>(TestApp app, Func<TService, Task<T>> what) where TService : notnull
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await what(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
