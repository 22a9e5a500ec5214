namespace NetworkHealth.Tests;

/// <summary>What is done beside a request is there a moment later.</summary>
internal static class Eventually
{
    private const int Tries = 100;

    public static async Task Holds(Func<Task<bool>> what)
    {
        for (int i = 0; i < Tries && !await what(); i++)
            await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);
        Assert.True(await what());
    }
}
