using System.CommandLine;
using NetworkHealth.Data;
using NetworkHealth.Features.Accounts;
using NetworkHealth.Features.AuditTrail;
using NetworkHealth.Features.Cohorts;
using NetworkHealth.Features.DataImport;
using NetworkHealth.Features.Health;
using NetworkHealth.Features.ResearchExport;
using NetworkHealth.Shell;

namespace NetworkHealth;

/// <summary>Serves the application, or runs one command of the operator.</summary>
public static class Program
{
    public static async Task<int> Main(string[] args)
    {
        // Settings such as --urls belong to the server; a word is a command.
        bool serves = args.Length == 0 || (args[0].StartsWith("--", StringComparison.Ordinal) && args[0] is not ("--help" or "--version"));
        if (serves)
            return await CommandLine.Guarded(() => Server.Run(args), tellsAll: false);

        var root = new RootCommand("NetworkHealth tracks the health of improvement networks. Without a command it serves http://localhost:5080.")
        {
            MigrateCommand.Create(),
            AdminCommand.Create(),
            RoleCommand.Create(),
            TokenCommand.Create(),
            CycleCommand.Create(),
            ImportCommand.Create(),
            ExportCommand.Create(),
            AuditCommand.Create(),
            HealthyCommand.Create(),
        };
        var parsed = root.Parse(args);
        int status = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        return parsed.Errors.Count > 0 ? CommandLine.WrongUsage : status;
    }
}
