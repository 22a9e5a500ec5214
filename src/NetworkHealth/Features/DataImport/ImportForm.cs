using FluentValidation;
using NetworkHealth.Domain;
using NetworkHealth.Shell;

namespace NetworkHealth.Features.DataImport;

/// <summary>A file, and how it is to be taken.</summary>
public sealed class ImportForm
{
    public const int FileNameMaxLength = 200;

    /// <summary>Code of an <see cref="ImportKind"/>.</summary>
    public string? Kind { get; set; } = ImportKind.Ratings.Code();

    /// <summary>Slug of a cohort that is there; empty for a new one.</summary>
    public string? Cohort { get; set; }

    public string? NewSlug { get; set; }
    public string? NewName { get; set; }
    public string? Source { get; set; } = "self";
    public IFormFile? File { get; set; }

    public bool IsNew => string.IsNullOrEmpty(Cohort);

    public ImportOrder Order => new(
        IsNew ? NewSlug?.Trim() ?? "" : Cohort!, FileName, IsNew && !string.IsNullOrWhiteSpace(NewName) ? NewName.Trim() : null,
        RatingSourceWords.Parse(Source) ?? RatingSource.Self, IsNewCohort: IsNew, Kind: KindOf ?? ImportKind.Ratings);

    private ImportKind? KindOf => ImportKindWords.Parse(Kind);

    // Some browsers send the whole path.
    private string FileName => (File?.FileName ?? "").Split('/', '\\')[^1];

    public sealed class Validator : AbstractValidator<ImportForm>
    {
        public Validator()
        {
            RuleFor(form => form.Kind).Must((form, _) => form.KindOf is not null).WithMessage("Choose what the file holds.");
            RuleFor(form => form.NewSlug).Keeps(slug => Code.Slug(slug?.Trim() ?? "")).When(form => form.IsNew);
            RuleFor(form => form.NewName).Keeps(name => PlainText.Line(name ?? "", Domain.Cohort.NameMaxLength, "This name"));
            RuleFor(form => form.Source).Must(source => RatingSourceWords.Parse(source ?? "") is not null).WithMessage("Choose who judged.");
            RuleFor(form => form.File).Must(file => file is { Length: > 0 }).WithMessage("Choose a file that is not empty.");
            RuleFor(form => form.File).Must((form, _) => form.FileName.Length <= FileNameMaxLength && !form.FileName.Any(char.IsControl))
                .WithMessage($"Give the file a name of at most {FileNameMaxLength} characters; it is named with each revision.");
        }
    }
}
