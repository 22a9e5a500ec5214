using FluentValidation;
using NetworkHealth.Domain;
using NetworkHealth.Shell;

namespace NetworkHealth.Features.Profiles;

/// <summary>What a team is called.</summary>
public sealed class TeamForm
{
    public string? Name { get; set; }

    public sealed class Validator : AbstractValidator<TeamForm>
    {
        public Validator()
        {
            RuleFor(form => form.Name).NotEmpty().WithMessage("Say what the team is called.");
            RuleFor(form => form.Name).Keeps(name => PlainText.Line(name ?? "", Team.NameMaxLength, "A team’s name"));
        }
    }
}
