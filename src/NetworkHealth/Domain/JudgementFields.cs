using System.Globalization;

namespace NetworkHealth.Domain;

/// <summary>
/// A judgement as named fields, which is how people edit it: <c>answer</c>, <c>why</c>, <c>seen</c>, <c>indicator.CI2</c>,
/// <c>link.1.address</c>, <c>survey.2.asked</c> and so on, each with its text. One field is saved at a time, and two judgements differ in fields.
/// </summary>
public static class JudgementFields
{
    /// <summary>All fields that say something, in the order of the form.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Fields(this Judgement judgement)
    {
        var grounds = judgement.Grounds;
        foreach (var (code, choice) in grounds.Indicators.OrderBy(choice => choice.Key, StringComparer.Ordinal))
            yield return new($"indicator.{code}", FieldText.Of(choice));
        if (judgement.Answer is { } answer)
            yield return new("answer", FieldText.Of(answer));
        if (grounds.Why is { } why)
            yield return new("why", why);
        if (grounds.Seen is { } seen)
            yield return new("seen", seen);

        foreach (var link in grounds.Links)
        {
            yield return new($"link.{link.Id}.title", link.Title);
            yield return new($"link.{link.Id}.address", link.Address);
            yield return new($"link.{link.Id}.date", FieldText.Of(link.Date));
        }

        foreach (var survey in grounds.Surveys)
        {
            yield return new($"survey.{survey.Id}.instrument", survey.Instrument);
            yield return new($"survey.{survey.Id}.date", FieldText.Of(survey.Date));
            yield return new($"survey.{survey.Id}.answered", FieldText.Of(survey.Answered));
            yield return new($"survey.{survey.Id}.asked", FieldText.Of(survey.Asked));
            yield return new($"survey.{survey.Id}.text", survey.Text);
        }
    }

    /// <summary>The same judgement with one field changed; a link or survey that it lacks is added.</summary>
    /// <param name="judgement">What was said so far.</param>
    /// <param name="subject">Of what; its indicators are the ones that may be chosen.</param>
    /// <param name="field">Which field.</param>
    /// <param name="value">Its text; empty takes it back.</param>
    /// <exception cref="DomainRuleException">The text does not fit the field, or there is no such field.</exception>
    public static Judgement With(this Judgement judgement, Subject subject, string field, string value)
    {
        var grounds = judgement.Grounds;
        string[] path = field.Split('.');
        return path switch
        {
            ["answer"] => judgement with { Answer = FieldText.Answer(value) },
            ["why"] => judgement with { Grounds = grounds with { Why = Said(value, Grounds.WhyMaxLength, "This sentence") } },
            ["seen"] => judgement with { Grounds = grounds with { Seen = Said(value, Grounds.SeenMaxLength, "This note") } },
            ["indicator", var code] => judgement with { Grounds = grounds.With(Indicator(subject, code), FieldText.Choice(value)) },
            ["link", var id, var part] => judgement with { Grounds = grounds with { Links = Changed(grounds.Links, Id(id), part, value) } },
            ["survey", var id, var part] => judgement with { Grounds = grounds with { Surveys = Changed(grounds.Surveys, Id(id), part, value) } },
            _ => throw NoField(field),
        };
    }

    /// <summary>Whether a field is text that two people may have written differently, and that can be put together.</summary>
    public static bool IsText(string field) => field is "why" or "seen" || field.EndsWith(".text", StringComparison.Ordinal);

    private static List<EvidenceLink> Changed(IReadOnlyList<EvidenceLink> links, int id, string part, string value)
    {
        var link = links.FirstOrDefault(link => link.Id == id) ?? new EvidenceLink(id);
        var changed = part switch
        {
            "title" => link with { Title = PlainText.Checked(value, EvidenceLink.TitleMaxLength, "This title") },
            "address" => link with { Address = PlainText.Checked(value, EvidenceLink.AddressMaxLength, "This address") },
            "date" => link with { Date = FieldText.Date(value) },
            _ => throw NoField($"link.{id}.{part}"),
        };
        return Replaced(links, link, changed, Grounds.MostLinks, "links");
    }

    private static List<SurveyResult> Changed(IReadOnlyList<SurveyResult> surveys, int id, string part, string value)
    {
        var survey = surveys.FirstOrDefault(survey => survey.Id == id) ?? new SurveyResult(id);
        var changed = part switch
        {
            "instrument" => survey with { Instrument = PlainText.Checked(value, SurveyResult.InstrumentMaxLength, "This name") },
            "date" => survey with { Date = FieldText.Date(value) },
            "answered" => survey with { Answered = FieldText.Count(value) },
            "asked" => survey with { Asked = FieldText.Count(value) },
            "text" => survey with { Text = PlainText.Checked(value, SurveyResult.TextMaxLength, "This text") },
            _ => throw NoField($"survey.{id}.{part}"),
        };
        return Replaced(surveys, survey, changed, Grounds.MostSurveys, "survey results");
    }

    private static List<T> Replaced<T>(IReadOnlyList<T> items, T before, T after, int most, string what) where T : class
    {
        if (!items.Contains(before) && items.Count == most)
            throw new DomainRuleException($"One answer holds at most {most} {what}.");
        return items.Contains(before) ? [.. items.Select(item => item == before ? after : item)] : [.. items, after];
    }

    private static string? Said(string value, int most, string what) => PlainText.Checked(value, most, what) is { Length: > 0 } text ? text : null;

    private static string Indicator(Subject subject, string code) =>
        Rubrics.Current[subject].Indicators.Any(indicator => indicator.Code == code) ? code : throw NoField($"indicator.{code}");

    private static int Id(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int id) && id is > 0 and < 100_000 ? id : throw NoField(text);

    private static DomainRuleException NoField(string field) => new($"There is no field {field} here.");
}
