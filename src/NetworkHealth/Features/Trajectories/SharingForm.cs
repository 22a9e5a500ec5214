using FluentValidation;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Trajectories;

/// <summary>What a leader chose to share, and what was shared when the page was read.</summary>
public sealed class SharingForm
{
    public string? Sharing { get; set; }
    public bool KeptFromResearch { get; set; }
    public string? ReadSharing { get; set; }
    public bool ReadKept { get; set; }

    public SharedNow? Chosen => Parsed(Sharing) is { } sharing ? new SharedNow(sharing, KeptFromResearch) : null;

    public SharedNow? Read => Parsed(ReadSharing) is { } sharing ? new SharedNow(sharing, ReadKept) : null;

    public static SharingForm Of(SharedNow now) => new()
    {
        Sharing = now.Sharing.ToString(),
        KeptFromResearch = now.IsKeptFromResearch,
        ReadSharing = now.Sharing.ToString(),
        ReadKept = now.IsKeptFromResearch,
    };

    private static Sharing? Parsed(string? text) => SharingWords.All.Select(each => (Sharing?)each).FirstOrDefault(each => each.ToString() == text);

    public sealed class Validator : AbstractValidator<SharingForm>
    {
        public Validator() => RuleFor(form => form.Chosen).NotNull().OverridePropertyName(nameof(Sharing)).WithMessage("Choose what the funder reads.");
    }
}
