using System.Globalization;

namespace NetworkHealth.BrowserTests.OpenPages;

/// <summary>Times in milliseconds, as each page measured its own.</summary>
internal sealed class Times(IEnumerable<double> all)
{
    private readonly double[] sorted = [.. all.Order()];

    public double Median => At(0.5);

    public double P95 => At(0.95);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"median {Median:0} ms, p95 {P95:0} ms, most {sorted[^1]:0} ms");

    private double At(double share) => sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
}
