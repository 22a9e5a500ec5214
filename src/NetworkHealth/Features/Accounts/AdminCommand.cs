using System.CommandLine;
using NetworkHealth.Domain;
using NetworkHealth.Shell;

namespace NetworkHealth.Features.Accounts;

/// <summary><c>admin create --email E [--password -]</c></summary>
internal static class AdminCommand
{
    public static Command Create()
    {
        var email = new Option<string>("--email") { Description = "Address to sign in with.", Required = true };
        var password = new Option<string?>("--password") { Description = "- reads it from standard input; without this a one-time link is printed." };
        password.AcceptOnlyFromAmong("-");

        var create = new Command("create", "Make an administrator.") { email, password };
        create.Runs(async (services, parsed, ct) =>
        {
            string? typed = parsed.GetValue(password) is null ? null : await Console.In.ReadLineAsync(ct) ?? "";
            var (person, token) = await services.GetRequiredService<Administrators>().Create(Actor.Operator, parsed.GetRequiredValue(email), typed, ct);
            Console.WriteLine(token is null ? "The administrator can sign in." : SetUpLink.Told(services, person, token));
        });
        return new Command("admin", "Administrators.") { create };
    }
}
