using FluentValidation;
using NetworkHealth.Domain;
using NetworkHealth.Shell;
using CodeRules = NetworkHealth.Domain.Code;

namespace NetworkHealth.Features.Cohorts;

/// <summary>What a cohort is called.</summary>
public sealed class CohortForm
{
    public string? Slug { get; set; }
    public string? Name { get; set; }
    public string? Funder { get; set; }

    public sealed class Validator : AbstractValidator<CohortForm>
    {
        public Validator()
        {
            RuleFor(form => form.Slug).Keeps(slug => CodeRules.Slug(slug?.Trim() ?? ""));
            RuleFor(form => form.Name).NotEmpty().WithMessage("Say what the cohort is called.");
            RuleFor(form => form.Name).Keeps(name => ManagedCohorts.Line(name, "This name"));
            RuleFor(form => form.Funder).Keeps(funder => ManagedCohorts.Line(funder, "The funder’s name"));
        }
    }
}

/// <summary>What others see of a cohort's networks.</summary>
public sealed class DisplayForm
{
    public string? Display { get; set; }
    public string? GroupedBy { get; set; }
    public bool IsNamedForResearch { get; set; }

    public Display? Chosen => Enum.TryParse<Display>(Display, out var chosen) && Enum.IsDefined(chosen) ? chosen : null;

    /// <summary>Null for the whole cohort only.</summary>
    public ProfileField? ChosenField => Enum.TryParse<ProfileField>(GroupedBy, out var chosen) && Enum.IsDefined(chosen) ? chosen : null;

    public sealed class Validator : AbstractValidator<DisplayForm>
    {
        public Validator()
        {
            RuleFor(form => form.Display).Must((form, _) => form.Chosen is not null).WithMessage("Choose one of the three.");
            RuleFor(form => form.GroupedBy).Must((form, said) => string.IsNullOrEmpty(said) || form.ChosenField is not null).WithMessage("Choose one from the list.");
        }
    }
}

/// <summary>A year to be rated.</summary>
public sealed class CycleForm
{
    public string? Year { get; set; }
    public string? Label { get; set; }

    public int? Chosen => int.TryParse(Year?.Trim(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int year)
                          && year is >= Cohort.FirstYear and <= Cohort.LastYear ? year : null;

    public string? Said => string.IsNullOrWhiteSpace(Label) ? null : Label.Trim();

    public sealed class Validator : AbstractValidator<CycleForm>
    {
        public Validator()
        {
            RuleFor(form => form.Year).Must((form, _) => form.Chosen is not null).WithMessage($"Write a year from {Cohort.FirstYear} to {Cohort.LastYear}.");
            RuleFor(form => form.Label).Keeps(label => Cycle.CheckedLabel(string.IsNullOrWhiteSpace(label) ? null : label));
        }
    }
}
