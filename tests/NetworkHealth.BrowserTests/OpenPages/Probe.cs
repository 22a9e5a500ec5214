using Microsoft.JSInterop;

namespace NetworkHealth.BrowserTests.OpenPages;

/// <summary>What a page may ask the measured server over the connection it has.</summary>
public static class Probe
{
    [JSInvokable]
    public static string Echo(string text) => text;

    /// <summary>Bytes left on the heap when all garbage was collected.</summary>
    [JSInvokable]
    public static long Heap()
    {
        for (int i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
