using System.Globalization;

namespace NetworkHealth.Domain;

/// <summary>How the values of a judgement's fields are written as text, and read back; no text is no value.</summary>
internal static class FieldText
{
    private const string DateFormat = "yyyy-MM-dd";

    public static string Of(Answer answer) => answer.Level is { } level ? $"{(int)level}" : answer.Reason!.Value.Code();

    public static Answer? Answer(string value)
    {
        if (value.Length == 0)
            return null;
        if (value is [>= '0' and <= '4'])
            return Domain.Answer.Of((Level)(value[0] - '0'));
        return NotRatedReasonWords.Parse(value) is { } reason ? Domain.Answer.None(reason) : throw new DomainRuleException("This is neither a level nor a reason for none.");
    }

    public static string Of(IndicatorChoice choice) => choice == IndicatorChoice.NotSure ? "not_sure" : $"{(int)choice}";

    public static IndicatorChoice? Choice(string value) => value switch
    {
        "" => null,
        "not_sure" => IndicatorChoice.NotSure,
        [>= '0' and <= '2'] => (IndicatorChoice)(value[0] - '0'),
        _ => throw new DomainRuleException("This is no choice for an indicator."),
    };

    public static string Of(DateOnly? date) => date?.ToString(DateFormat, CultureInfo.InvariantCulture) ?? "";

    public static DateOnly? Date(string value)
    {
        if (value.Trim().Length == 0)
            return null;
        return DateOnly.TryParseExact(value.Trim(), DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
               && date.Year is >= Cohort.FirstYear and <= Cohort.LastYear
            ? date
            : throw new DomainRuleException($"Give a day from {Cohort.FirstYear} to {Cohort.LastYear}, such as 2 May 2024.");
    }

    public static string Of(int? count) => count?.ToString(CultureInfo.InvariantCulture) ?? "";

    public static int? Count(string value)
    {
        if (value.Trim().Length == 0)
            return null;
        return int.TryParse(value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count <= SurveyResult.MostAsked
            ? count
            : throw new DomainRuleException($"Give a whole number from 0 to {SurveyResult.MostAsked:N0}, in figures.");
    }
}
