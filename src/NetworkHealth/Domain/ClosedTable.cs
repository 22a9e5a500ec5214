namespace NetworkHealth.Domain;

/// <summary>
/// The counts of one subject by one source as they stood when a cycle was closed. Rows are added and never changed; the latest is the one to
/// read, and the earlier ones say what was read before.
/// </summary>
public sealed class ClosedTable
{
    public const int FrameworkVersionsMaxLength = 200;

    private ClosedTable() => (HidingRule, FrameworkVersions, Figures) = ("", "", new CountTable(new CountRow([], 0, []), [])); // EF Core

    /// <param name="cohortId">The cohort.</param>
    /// <param name="year">The cycle.</param>
    /// <param name="source">Who judged.</param>
    /// <param name="subject">Of what.</param>
    /// <param name="change">The number of the change that brings it.</param>
    /// <param name="groupedBy">The field whose groups are counted; null for none.</param>
    /// <param name="frameworkVersions">Those that the ratings were made under, as far as they are known.</param>
    /// <param name="figures">What may be read.</param>
    public ClosedTable(
        Guid cohortId, int year, RatingSource source, Subject subject, long change, ProfileField? groupedBy, IEnumerable<string> frameworkVersions, CountTable figures)
    {
        (CohortId, Year, Source, Subject, Change, GroupedBy, HidingRule, Figures) = (cohortId, year, source, subject, change, groupedBy, GuardedTable.Rule, figures);
        FrameworkVersions = Fitting([.. frameworkVersions]);
    }

    public Guid CohortId { get; private set; }
    public int Year { get; private set; }
    public RatingSource Source { get; private set; }
    public Subject Subject { get; private set; }

    /// <summary>The number of the change that brought it: it counts what stood then.</summary>
    public long Change { get; private set; }

    public ProfileField? GroupedBy { get; private set; }

    /// <summary>The version of the rules by which cells are hidden.</summary>
    public string HidingRule { get; private set; }

    /// <summary>Separated by commas; empty where none is known.</summary>
    public string FrameworkVersions { get; private set; }

    public CountTable Figures { get; private set; }

    // As many as fit, and how many there are besides.
    private static string Fitting(string[] versions) => Enumerable.Range(0, versions.Length + 1)
        .Select(left => string.Join(", ", [.. versions.SkipLast(left), .. left == 0 ? Array.Empty<string>() : [$"{left} more"]]))
        .First(text => text.Length <= FrameworkVersionsMaxLength);
}
