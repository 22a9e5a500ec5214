using NetworkHealth.Domain;

namespace NetworkHealth.Features.Demo;

/// <summary>An invented network as <c>demo-networks.json</c> describes it.</summary>
internal sealed record DemoNetwork(string Code, Sharing Sharing, string Name, NetworkProfile Profile, IReadOnlyList<DemoNote> Notes);

/// <summary>An evidence note beside one of its ratings.</summary>
internal sealed record DemoNote(int Year, RatingSource Source, string Subject, string Text);
