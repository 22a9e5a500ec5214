using System.Globalization;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.DataImport;

/// <summary>The columns of a file: each cell read as what it should be, or told as a problem. Null is an empty cell or a problem.</summary>
internal sealed class RowReader(RatingsHeader header, RatingSource unlessSaid)
{
    private readonly int level = header.Place("level") ?? -1;
    private readonly ColumnReader<Level?> levels = new(header, "level", ReadLevel);
    private readonly ColumnReader<(bool IsSaid, Answer? Answer)> reasons = new(header, "not_rated_reason", ReadReason);

    public RatingsHeader Header { get; } = header;
    public ColumnReader<string?> Code { get; } = new(header, "network_code", Cell.NetworkCode);
    public ColumnReader<string?> Name { get; } = new(header, "network_name", Cell.NetworkName);
    public ColumnReader<RatingSource?> Source { get; } = new(header, "source", text => ReadSource(text, unlessSaid));
    public ColumnReader<int?> Year { get; } = new(header, "year", Cell.Year);
    public ColumnReader<Subject?> Subject { get; } = new(header, "subject", ReadSubject);
    public ColumnReader<string?> FrameworkVersion { get; } = new(header, "framework_version", ReadFrameworkVersion);
    public ColumnReader<string?> RatedMonth { get; } = new(header, "rated_month", ReadMonth);
    public ColumnReader<string?> PublishedLabel { get; } = new(header, "published_label", text => (text.Length == 0 ? null : text, null));

    public Level? Level(FileRow row, int place) => levels.Of(row, place, Header.Names[place]);

    /// <summary>The level or the reason for none; null when the row says neither.</summary>
    public Answer? LongAnswer(FileRow row)
    {
        var (given, reason) = (Level(row, level), reasons.Of(row));
        if (!reason.IsSaid)
            return given is { } said ? Answer.Of(said) : null;
        if (given is null || reason.Answer is null)
            return reason.Answer;
        row.Problem("not_rated_reason", "The row has a level and a reason for having none. Keep one of them.");
        return null;
    }

    private static (RatingSource?, string?) ReadSource(string text, RatingSource unlessSaid)
    {
        if (text.Length == 0)
            return (unlessSaid, null);
        return RatingSourceWords.Parse(text) is { } source ? (source, null) : (null, $"'{Domain.Code.Shown(text)}' is not a source. Write self or external.");
    }

    private static (Subject?, string?) ReadSubject(string text) => SubjectWords.Parse(text) is { } subject
        ? (subject, null)
        : (null, $"'{Domain.Code.Shown(text)}' is not a subject. Write {string.Join(", ", SubjectWords.All.Select(known => known.Code()))}.");

    private static (Level?, string?) ReadLevel(string text)
    {
        if (text.Length == 0)
            return (null, null);
        return LevelWords.Parse(text) is { } level
            ? (level, null)
            : (null, $"'{Domain.Code.Shown(text)}' is not a level. Write {string.Join(", ", LevelWords.All.Select(known => known.Label()))}, or 0 to 4.");
    }

    private static ((bool, Answer?), string?) ReadReason(string text)
    {
        if (text.Length == 0)
            return ((false, null), null);
        return NotRatedReasonWords.Parse(text) is { } reason
            ? ((true, Answer.None(reason)), null)
            : ((true, null), $"'{Domain.Code.Shown(text)}' is not a reason. Write {string.Join(", ", NotRatedReasonWords.All.Select(known => known.Code()))}.");
    }

    private static (string?, string?) ReadFrameworkVersion(string text)
    {
        string version = Apostrophes.TakeOff(text);
        if (version.Length > Revision.FrameworkVersionMaxLength)
            return (null, $"A framework version has at most {Revision.FrameworkVersionMaxLength} characters.");
        return (version.Length == 0 ? null : version, null);
    }

    private static (string?, string?) ReadMonth(string text)
    {
        if (text.Length == 0)
            return (null, null);
        return DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? (text, null)
            : (null, $"'{Domain.Code.Shown(text)}' is not a month. Write it as 2023-06.");
    }
}
