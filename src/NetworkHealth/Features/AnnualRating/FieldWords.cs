using System.Globalization;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.AnnualRating;

/// <summary>The words of <see cref="JudgementFields"/> for people.</summary>
internal static class FieldWords
{
    /// <summary>What a field is called on the form.</summary>
    public static string Name(string field) => field.Split('.') switch
    {
        ["answer"] => "Level",
        ["why"] => "Why this level",
        ["seen"] => "What was seen",
        ["indicator", var code] => $"Indicator {code}",
        ["link", _, "title"] => "Link: what it is",
        ["link", _, "address"] => "Link: its address",
        ["link", _, "date"] => "Link: from which day",
        ["survey", _, "instrument"] => "Survey",
        ["survey", _, "date"] => "Survey: held on",
        ["survey", _, "answered"] => "Survey: how many answered",
        ["survey", _, "asked"] => "Survey: of how many asked",
        ["survey", _, "text"] => "Survey: what it found",
        _ => field,
    };

    /// <summary>What a field is called beneath the name of its link or survey.</summary>
    public static string Part(string field) => field.Split('.')[^1] switch
    {
        "title" => "What it is",
        "instrument" => "Which survey",
        "text" => "What it found",
        var part => English.Capital(part),
    };

    /// <summary>What a field says, for reading.</summary>
    public static string Value(string field, string value) => (field.Split('.')[0], value) switch
    {
        (_, "") => "nothing",
        ("answer", [>= '0' and <= '4']) => ((Level)(value[0] - '0')).LongForm(),
        ("answer", _) => $"Not rated: {NotRatedReasonWords.Parse(value)?.Words()}",
        ("indicator", "not_sure") => "Not sure yet",
        ("indicator", [>= '0' and <= '2']) => ((IndicatorChoice)(value[0] - '0')).ToString(),
        _ when field.EndsWith(".date", StringComparison.Ordinal) && DateOnly.TryParse(value, CultureInfo.InvariantCulture, out var day) => English.Day(day),
        _ => value,
    };
}
