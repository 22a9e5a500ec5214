using NetworkHealth.Domain;

namespace NetworkHealth.Features.DataImport;

/// <summary>The cohort, years and networks that an import made known, and the networks that it called otherwise.</summary>
internal sealed class MadeKnown
{
    public bool Cohort { get; set; }
    public int Years { get; set; }
    public int Networks { get; set; }
    public int Renamed { get; set; }

    public bool IsAnything => Cohort || Years + Networks + Renamed > 0;

    /// <summary>“One network and two years made known”, without the capital; empty for nothing.</summary>
    /// <param name="kind">What the file is of: networks are counted already where it is of them.</param>
    public string Words(ImportKind kind)
    {
        var known = new[] { (Cohort ? 1 : 0, "cohort"), (kind == ImportKind.Networks ? 0 : Networks, "network"), (Years, "year") }
            .Where(of => of.Item1 > 0).Select(of => English.Count(of.Item1, of.Item2)).ToList();
        return Joined(known.Count == 0 ? "" : $"{English.List(known)} made known", Renamed == 0 ? "" : $"{English.Count(Renamed, "network")} renamed");
    }

    /// <summary>Several such things in one sentence.</summary>
    public static string Joined(params string[] said) => string.Join("; ", said.Where(part => part.Length > 0));
}
