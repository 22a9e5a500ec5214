using NetworkHealth.Domain;

namespace NetworkHealth.Shell.Security;

/// <summary>How much one caller may ask: the section <c>Limits</c> of the settings. All but the last are requests a minute.</summary>
internal sealed class Limits
{
    /// <summary>What a form without a file may take.</summary>
    public const long FormBytes = Megabyte;

    private const long Megabyte = 1024 * 1024;

    /// <summary>Tries to sign in to one account.</summary>
    public int SignInsPerAccount { get; init; } = 10;

    /// <summary>Tries from one network address: a convening signs in at once, through one.</summary>
    public int SignInsPerAddress { get; init; } = 100;

    public int ApiPerAccount { get; init; } = 300;
    public int ApiPerAddress { get; init; } = 600;
    public int ExportsPerAccount { get; init; } = 60;
    public int ExportsPerAddress { get; init; } = 120;

    /// <summary>The largest file that can be sent here; commands have no limit.</summary>
    public int UploadMegabytes { get; init; } = 100;

    public long UploadBytes => UploadMegabytes * Megabyte;

    /// <exception cref="DomainRuleException">A limit is no whole number from 1 up.</exception>
    public static Limits Read(IConfiguration configuration)
    {
        Limits limits;
        try
        {
            limits = configuration.GetSection("Limits").Get<Limits>() ?? new Limits();
        }
        catch (InvalidOperationException)
        {
            throw Unusable();
        }

        int[] all = [limits.SignInsPerAccount, limits.SignInsPerAddress, limits.ApiPerAccount, limits.ApiPerAddress,
            limits.ExportsPerAccount, limits.ExportsPerAddress, limits.UploadMegabytes];
        return all.Min() > 0 ? limits : throw Unusable();
    }

    private static DomainRuleException Unusable() => new("The settings under Limits cannot be read. Each is a whole number from 1 up.");
}
