using System.CommandLine;
using NetworkHealth.Domain;
using NetworkHealth.Shell;

namespace NetworkHealth.Features.Accounts;

/// <summary><c>role give --email E --role ROLE [--cohort SLUG | --network COHORT/CODE]</c></summary>
internal static class RoleCommand
{
    public static Command Create()
    {
        var email = new Option<string>("--email") { Description = "Address to sign in with.", Required = true };
        var role = new Option<string>("--role") { Description = $"One of {English.List(RoleWords.All.Select(each => each.Code()))}.", Required = true };
        var cohort = new Option<string?>("--cohort") { Description = "Short name of the cohort, for an evaluator, funder or researcher." };
        var network = new Option<string?>("--network") { Description = "COHORT/CODE, for a hub leader or member." };

        var give = new Command("give", "Give a person a role, and an account if there is none for the address.") { email, role, cohort, network };
        give.Runs(async (services, parsed, ct) =>
        {
            string name = parsed.GetRequiredValue(role);
            var which = RoleWords.Parse(name)
                ?? throw new CommandFailedException([$"'{name}' is not a role. Choose {string.Join(", ", RoleWords.All.SkipLast(1).Select(each => each.Code()))} or {RoleWords.All[^1].Code()}."]);
            var given = await services.GetRequiredService<Roles>().Give(
                Actor.Operator, parsed.GetRequiredValue(email), which, Scope(parsed.GetValue(cohort), parsed.GetValue(network)), ct);
            Console.WriteLine(given.IsNew ? "The role is given." : $"The person has this role already.{(given.Token is null ? " Nothing was changed." : "")}");
            if (given.Token is { } token)
                Console.WriteLine(SetUpLink.Told(services, given.PersonId, token));
        });
        return new Command("role", "What people may do.") { give };
    }

    // Neither a slug nor a code holds the stroke.
    private static RoleScope Scope(string? cohort, string? network)
    {
        if (network is null)
            return new RoleScope(cohort);
        if (cohort is not null)
            throw new CommandFailedException(["Name a cohort or a network, not both."]);
        return network.Split('/') is [{ Length: > 0 } slug, { Length: > 0 } code]
            ? new RoleScope(slug, code)
            : throw new CommandFailedException([$"'{network}' is not a network. Write it as COHORT/CODE, such as demo/RIV."]);
    }
}
