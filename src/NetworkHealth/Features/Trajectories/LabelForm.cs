using FluentValidation;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Trajectories;

/// <summary>Another label beside the rule's, as somebody writes it.</summary>
public sealed class LabelForm
{
    public string? Label { get; set; }
    public string? Reason { get; set; }

    /// <summary>What the rule said when the form was read.</summary>
    public string? Rule { get; set; }

    public TrajectoryLabel? Chosen => Named(Label);

    public TrajectoryLabel? Read => Named(Rule);

    private static TrajectoryLabel? Named(string? name) => TrajectoryLabelWords.All.Select(label => (TrajectoryLabel?)label).FirstOrDefault(label => label.ToString() == name);

    public sealed class Validator : AbstractValidator<LabelForm>
    {
        public Validator()
        {
            RuleFor(form => form.Label).Must((form, _) => form.Chosen is not null and not TrajectoryLabel.NotEnoughData).WithMessage("Choose the label that fits better.");
            RuleFor(form => form.Reason).Custom((reason, form) =>
            {
                try
                {
                    OwnLabel.CheckedReason(reason);
                }
                catch (DomainRuleException broken)
                {
                    form.AddFailure(broken.Message);
                }
            });
        }
    }
}
