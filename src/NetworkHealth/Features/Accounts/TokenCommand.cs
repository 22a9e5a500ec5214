using System.CommandLine;
using NetworkHealth.Domain;
using NetworkHealth.Shell;

namespace NetworkHealth.Features.Accounts;

/// <summary><c>token create --email E --name N [--days D] [--import]</c></summary>
internal static class TokenCommand
{
    public static Command Create()
    {
        var email = new Option<string>("--email") { Description = "Address of the account whose programs use it.", Required = true };
        var name = new Option<string>("--name") { Description = "What uses it.", Required = true };
        var days = new Option<int>("--days") { Description = $"How long it works, up to {ApiToken.LongestDays}.", DefaultValueFactory = _ => TokenForm.UsualDays };
        var imports = new Option<bool>("--import") { Description = "It may import files, not only read them." };

        var create = new Command("create", "Make a token for the API and print its key, which is shown once.") { email, name, days, imports };
        create.Runs(async (services, parsed, ct) =>
        {
            var person = await services.GetRequiredService<NewAccounts>().FindConfirmed(parsed.GetRequiredValue(email))
                         ?? throw new CommandFailedException(["There is no account for this address."]);
            var scopes = parsed.GetValue(imports) ? TokenScopes.Read | TokenScopes.Import : TokenScopes.Read;
            Console.WriteLine(await services.GetRequiredService<Tokens>().Create(
                Actor.Operator, person.Id, parsed.GetRequiredValue(name), scopes, parsed.GetValue(days), ct: ct));
        });
        return new Command("token", "Keys for programs.") { create };
    }
}
