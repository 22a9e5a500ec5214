namespace NetworkHealth.BrowserTests.Faults;

/// <summary>Chance that can be had again by its seed.</summary>
internal sealed class Chance
{
    private readonly Random random;

    public Chance()
    {
        Seed = Settings.Count("NETWORKHEALTH_FAULTS_SEED", Environment.TickCount & 0xFFFF);
#pragma warning disable CA5394 // When a server dies is no secret.
        random = new Random(Seed);
    }

    public int Seed { get; }

    public int Below(int limit) => random.Next(limit);
#pragma warning restore CA5394

    public T OneOf<T>(IReadOnlyList<T> things) => things[Below(things.Count)];

    public IEnumerable<T> Some<T>(int count, IEnumerable<T> things)
    {
        var left = things.ToList();
        for (int i = 0; i < count; i++)
        {
            var next = OneOf(left);
            left.Remove(next);
            yield return next;
        }
    }
}
