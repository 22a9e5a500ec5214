using FluentValidation;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Dashboards;

/// <summary>What figures are kept for.</summary>
public sealed class KeepForm
{
    public string? Name { get; set; }

    public sealed class Validator : AbstractValidator<KeepForm>
    {
        public Validator() => RuleFor(form => form.Name).NotEmpty().WithMessage("Say what you keep these figures for.")
            .MaximumLength(KeptFigures.NameMaxLength).WithMessage($"At most {KeptFigures.NameMaxLength} characters, please.");
    }
}
