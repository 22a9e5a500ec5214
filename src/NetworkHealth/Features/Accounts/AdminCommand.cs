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
            string home = services.GetRequiredService<IConfiguration>()["PublicUrl"] ?? "http://localhost:5080";
            Console.WriteLine(token is null
                ? "The administrator can sign in."
                : $"Open this link within a day to choose a password. It works once.\n{home.TrimEnd('/')}/account/set-password?person={person}&token={Uri.EscapeDataString(token)}");
        });
        return new Command("admin", "Administrators.") { create };
    }
}
