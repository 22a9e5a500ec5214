using System.Globalization;
using FluentValidation;
using NetworkHealth.Domain;
using NetworkHealth.Shell;

namespace NetworkHealth.Features.Cohorts;

/// <summary>The profile of a network as a form; what is left empty is unknown.</summary>
public class ProfileForm
{
    public string? HubOrganisation { get; set; }
    public string? Aim { get; set; }
    public string? HubType { get; set; }
    public string? ProblemFocus { get; set; }
    public string? Structure { get; set; }
    public string? LaunchYear { get; set; }
    public string? PandemicLaunch { get; set; }
    public string? Schools { get; set; }
    public string? Districts { get; set; }
    public string? Teams { get; set; }

    /// <summary>A year or a month, such as <c>2025</c> or <c>2025-06</c>.</summary>
    public string? GrantStart { get; set; }

    public string? GrantEnd { get; set; }

    /// <summary>Yes, no or nothing for each criterion, by its column; never null, though a form without them is read as null.</summary>
    public Dictionary<string, string?> Nsi { get; set => field = value ?? []; } = [];

    public NetworkProfile Profile => new()
    {
        HubOrganisation = HubOrganisation,
        Aim = Aim,
        HubType = Chosen<HubType>(HubType),
        ProblemFocus = Chosen<ProblemFocus>(ProblemFocus),
        Structure = Chosen<NetworkStructure>(Structure),
        LaunchYear = Number(LaunchYear),
        PandemicLaunch = Answer(PandemicLaunch),
        Schools = Number(Schools),
        Districts = Number(Districts),
        Teams = Number(Teams),
        GrantStartYear = GrantDate.Parse(GrantStart)?.Year,
        GrantStartMonth = GrantDate.Parse(GrantStart)?.Month,
        GrantEndYear = GrantDate.Parse(GrantEnd)?.Year,
        GrantEndMonth = GrantDate.Parse(GrantEnd)?.Month,
        NsiIntermediary = Criterion("nsi_intermediary"),
        NsiTenSchools = Criterion("nsi_ten_schools"),
        NsiFocalStudents = Criterion("nsi_focal_students"),
        NsiSharedAim = Criterion("nsi_shared_aim"),
        NsiOutcomes = Criterion("nsi_outcomes"),
        NsiCiCapacity = Criterion("nsi_ci_capacity"),
        NsiLearning = Criterion("nsi_learning"),
    };

    public static ProfileForm Of(NetworkProfile profile)
    {
        var form = new ProfileForm();
        form.Fill(profile);
        return form;
    }

    protected void Fill(NetworkProfile profile)
    {
        (HubOrganisation, Aim) = (profile.HubOrganisation, profile.Aim);
        (HubType, ProblemFocus, Structure) = (profile.HubType?.ToString(), profile.ProblemFocus?.ToString(), profile.Structure?.ToString());
        (LaunchYear, PandemicLaunch) = (Text(profile.LaunchYear), Text(profile.PandemicLaunch));
        (Schools, Districts, Teams) = (Text(profile.Schools), Text(profile.Districts), Text(profile.Teams));
        GrantStart = GrantDate.Code(profile.GrantStartYear, profile.GrantStartMonth);
        GrantEnd = GrantDate.Code(profile.GrantEndYear, profile.GrantEndMonth);
        Nsi = NsiCriterion.All.ToDictionary(criterion => criterion.Column, criterion => (string?)Text(criterion.Of(profile)));
    }

    private static T? Chosen<T>(string? name) where T : struct, Enum => Enum.GetValues<T>().Select(value => (T?)value).FirstOrDefault(value => value.ToString() == name);

    private static int? Number(string? typed) => int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private bool? Criterion(string column) => Answer(Nsi.GetValueOrDefault(column));

    private static bool? Answer(string? typed) => typed switch { "yes" => true, "no" => false, _ => null };

    private static string Text(bool? answer) => answer switch { true => "yes", false => "no", _ => "" };

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    public sealed class Validator : AbstractValidator<ProfileForm>
    {
        private static readonly string Year = $"Write a year from {Cohort.FirstYear} to {Cohort.LastYear}, or leave it empty.";
        private static readonly string Count = $"Write a number from 0 to {NetworkProfile.MostCounted:N0}, or leave it empty.";
        private static readonly string Date = $"Write a year such as 2025 or a month such as 2025-06, from {Cohort.FirstYear} to {Cohort.LastYear}, or leave it empty.";

        public Validator()
        {
            RuleFor(form => form.HubOrganisation).Keeps(hub => PlainText.Line(hub ?? "", NetworkProfile.OrganisationMaxLength, "The name of the hub organisation"));
            RuleFor(form => form.Aim).Keeps(aim => PlainText.Checked(aim?.Trim() ?? "", NetworkProfile.AimMaxLength, "This aim"));
            RuleFor(form => form.LaunchYear).Must(typed => IsEmptyOr(typed, Number(typed) is >= Cohort.FirstYear and <= Cohort.LastYear)).WithMessage(Year);
            RuleFor(form => form.Schools).Must(IsCount).WithMessage(Count);
            RuleFor(form => form.Districts).Must(IsCount).WithMessage(Count);
            RuleFor(form => form.Teams).Must(IsCount).WithMessage(Count);
            RuleFor(form => form.GrantStart).Must(typed => IsEmptyOr(typed, GrantDate.Parse(typed) is not null)).WithMessage(Date);
            RuleFor(form => form.GrantEnd).Cascade(CascadeMode.Stop).Must(typed => IsEmptyOr(typed, GrantDate.Parse(typed) is not null)).WithMessage(Date)
                .Must((form, typed) => GrantDate.Parse(typed)?.IsBefore(GrantDate.Parse(form.GrantStart)) != true).WithMessage("The grant ends before it starts. Correct one of the two.");
        }

        private static bool IsCount(string? typed) => IsEmptyOr(typed, Number(typed) is >= 0 and <= NetworkProfile.MostCounted);

        private static bool IsEmptyOr(string? typed, bool fits) => string.IsNullOrWhiteSpace(typed) || fits;
    }
}
