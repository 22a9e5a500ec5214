using System.CommandLine;
using NetworkHealth.Shell;

namespace NetworkHealth.Features.AuditTrail;

/// <summary><c>audit verify</c></summary>
internal static class AuditCommand
{
    public static Command Create()
    {
        var verify = new Command("verify", "Check the chain of changes and print its head. Keep the head elsewhere to prove later that no entry of the trail was rewritten.");
        verify.Runs(async (services, _, ct) =>
        {
            var finding = await services.GetRequiredService<AuditChain>().Verify(ct);
            if (finding.Problem is { } problem)
                throw new CommandFailedException([problem]);
            Console.WriteLine($"{finding.Count} entries, each as it was written. Head: {finding.Head}");
        });
        return new Command("audit", "The trail of changes.") { verify };
    }
}
