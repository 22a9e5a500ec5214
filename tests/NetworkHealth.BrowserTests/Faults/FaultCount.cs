namespace NetworkHealth.BrowserTests.Faults;

/// <summary>What came of killing a server while people typed.</summary>
internal sealed class FaultCount
{
    public int Kills { get; set; }

    /// <summary>Fields whose last text was not confirmed when the server died.</summary>
    public int Waiting { get; set; }

    /// <summary>Fields that were saved, but the server died before it could say so.</summary>
    public int Unheard { get; set; }

    /// <summary>Fields that were confirmed, and the database holds something older.</summary>
    public int Lost { get; set; }

    /// <summary>Fields that do not hold in the end what was typed last.</summary>
    public int NotBack { get; set; }

    public int Conflicts { get; set; }

    public int Reloads { get; set; }
}
