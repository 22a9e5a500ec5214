using System.CommandLine;
using NetworkHealth.Domain;
using NetworkHealth.Shell;

namespace NetworkHealth.Features.Cohorts;

/// <summary><c>cycle open|close --cohort SLUG --year YEAR</c></summary>
internal static class CycleCommand
{
    public static Command Create()
    {
        var cohort = new Option<string>("--cohort") { Description = "Short name of the cohort.", Required = true };
        var year = new Option<int>("--year") { Description = "The year in which the cycle ends.", Required = true };
        var label = new Option<string?>("--label") { Description = "What is shown instead of the year, such as 2026–27." };

        var open = new Command("open", "Open a year to be rated, a new one or one that was closed.") { cohort, year, label };
        open.Runs(async (services, parsed, ct) => Say(
            await services.GetRequiredService<Cycles>().Open(
                Actor.Operator, parsed.GetRequiredValue(cohort), parsed.GetRequiredValue(year), parsed.GetValue(label), ct: ct),
            "open"));
        var close = new Command("close", "Close a year. Nobody rates in it any more; drafts are kept.") { cohort, year };
        close.Runs(async (services, parsed, ct) => Say(
            await services.GetRequiredService<Cycles>().Close(Actor.Operator, parsed.GetRequiredValue(cohort), parsed.GetRequiredValue(year), ct: ct), "closed"));
        return new Command("cycle", "The years in which a cohort is rated.") { open, close };
    }

    private static void Say(CycleState state, string word) =>
        Console.WriteLine(state.IsNew ? $"The cycle {state.Shown} is {word}." : $"The cycle {state.Shown} is {word} already. Nothing was changed.");
}
