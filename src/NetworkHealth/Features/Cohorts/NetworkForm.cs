using System.Globalization;
using FluentValidation;
using NetworkHealth.Domain;
using NetworkHealth.Shell;
using CodeRules = NetworkHealth.Domain.Code;

namespace NetworkHealth.Features.Cohorts;

/// <summary>A new network.</summary>
public sealed class NewNetworkForm
{
    public string? Code { get; set; }
    public string? Name { get; set; }

    public sealed class Validator : AbstractValidator<NewNetworkForm>
    {
        public Validator()
        {
            RuleFor(form => form.Code).Keeps(code => CodeRules.Network(code ?? ""));
            RuleFor(form => form.Name).Keeps(name => ManagedCohorts.Line(name, "This name"));
        }
    }
}

/// <summary>What is known of a network; what is left empty is unknown.</summary>
public sealed class NetworkForm
{
    public string? Name { get; set; }
    public string? HubOrganisation { get; set; }
    public string? Aim { get; set; }
    public string? HubType { get; set; }
    public string? ProblemFocus { get; set; }
    public string? Structure { get; set; }
    public string? LaunchYear { get; set; }
    public string? PandemicLaunch { get; set; }

    public NetworkProfile Profile => new()
    {
        HubOrganisation = HubOrganisation,
        Aim = Aim,
        HubType = Chosen<HubType>(HubType),
        ProblemFocus = Chosen<ProblemFocus>(ProblemFocus),
        Structure = Chosen<NetworkStructure>(Structure),
        LaunchYear = int.TryParse(LaunchYear?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int year) ? year : null,
        PandemicLaunch = PandemicLaunch switch { "yes" => true, "no" => false, _ => null },
    };

    public static NetworkForm Of(Network network) => new()
    {
        Name = network.Name,
        HubOrganisation = network.Profile.HubOrganisation,
        Aim = network.Profile.Aim,
        HubType = network.Profile.HubType?.ToString(),
        ProblemFocus = network.Profile.ProblemFocus?.ToString(),
        Structure = network.Profile.Structure?.ToString(),
        LaunchYear = network.Profile.LaunchYear?.ToString(CultureInfo.InvariantCulture),
        PandemicLaunch = network.Profile.PandemicLaunch switch { true => "yes", false => "no", _ => "" },
    };

    private static T? Chosen<T>(string? name) where T : struct, Enum => Enum.GetValues<T>().Select(value => (T?)value).FirstOrDefault(value => value.ToString() == name);

    public sealed class Validator : AbstractValidator<NetworkForm>
    {
        public Validator()
        {
            RuleFor(form => form.Name).NotEmpty().WithMessage("Say what the network is called.");
            RuleFor(form => form.Name).Keeps(name => ManagedCohorts.Line(name, "This name"));
            RuleFor(form => form.HubOrganisation).Keeps(hub => PlainText.Line(hub ?? "", NetworkProfile.OrganisationMaxLength, "The name of the hub organisation"));
            RuleFor(form => form.Aim).Keeps(aim => PlainText.Checked(aim?.Trim() ?? "", NetworkProfile.AimMaxLength, "This aim"));
            RuleFor(form => form.LaunchYear).Must((form, typed) => string.IsNullOrWhiteSpace(typed) || form.Profile.LaunchYear is >= Cohort.FirstYear and <= Cohort.LastYear)
                .WithMessage($"Write a year from {Cohort.FirstYear} to {Cohort.LastYear}, or leave it empty.");
        }
    }
}
