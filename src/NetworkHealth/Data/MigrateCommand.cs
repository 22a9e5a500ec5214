using System.CommandLine;
using NetworkHealth.Shell;

namespace NetworkHealth.Data;

/// <summary><c>migrate</c></summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var migrate = new Command("migrate", "Bring the database to this version of the program.");
        migrate.Runs(async (services, _, ct) =>
        {
            await services.GetRequiredService<DatabaseSetup>().Migrate(ct);
            Console.WriteLine("The database is up to date.");
        }, preparesDatabase: false);
        return migrate;
    }
}
