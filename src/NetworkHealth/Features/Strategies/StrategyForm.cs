using FluentValidation;
using NetworkHealth.Domain;
using NetworkHealth.Shell;

namespace NetworkHealth.Features.Strategies;

/// <summary>A hub's strategy, as somebody writes it down.</summary>
public sealed class StrategyForm
{
    public string? Name { get; set; }
    public bool Codify { get; set; }
    public bool BuildCapacity { get; set; }
    public bool Embed { get; set; }
    public string? Story { get; set; }

    /// <summary>Codes of the cells that were ticked; null for none, as a form is posted.</summary>
    public List<string>? Cells { get; set; }

    public bool Shared { get; set; }

    public Strategy Ways => (Codify ? Strategy.Codify : 0) | (BuildCapacity ? Strategy.BuildCapacity : 0) | (Embed ? Strategy.Embed : 0);

    public StrategyText Said => new(Name ?? "", Ways, Story ?? "", [.. (Cells ?? []).Select(MatrixPlace.Parse).OfType<MatrixPlace>()], Shared);

    public static StrategyForm Of(LibraryStrategy strategy) => new()
    {
        Name = strategy.Name,
        Codify = strategy.Ways.HasFlag(Strategy.Codify),
        BuildCapacity = strategy.Ways.HasFlag(Strategy.BuildCapacity),
        Embed = strategy.Ways.HasFlag(Strategy.Embed),
        Story = strategy.Story,
        Cells = [.. strategy.Told.Select(place => place.Code)],
        Shared = strategy.Hub is { IsShared: true },
    };

    public sealed class Validator : AbstractValidator<StrategyForm>
    {
        public Validator()
        {
            RuleFor(form => form.Name).Keeps(name => HubStrategy.CheckedName(name));
            RuleFor(form => form.Ways).Keeps(HubStrategy.CheckWays);
            RuleFor(form => form.Story).Keeps(story => HubStrategy.CheckedStory(story));
        }
    }
}
