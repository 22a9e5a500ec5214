namespace NetworkHealth.BrowserTests.Faults;

/// <summary>When to kill: the moment at which about half of the submits come through on this machine, searched for from round to round.</summary>
internal sealed class Moment
{
    private const int Shortest = 25, Longest = 800;

    private int step = 100;
    private bool? last;

    /// <summary>Milliseconds after the click.</summary>
    public int Begins { get; private set; }

    /// <summary>Goes earlier after a submit that came through, else later: in longer steps while nothing changes, in shorter ones once it does.</summary>
    public void Learn(bool cameThrough)
    {
        step = last is null ? step : Math.Clamp(last == cameThrough ? step * 3 / 2 : step / 2, Shortest, Longest);
        last = cameThrough;
        Begins = Math.Max(0, Begins + (cameThrough ? -step : step));
    }
}
