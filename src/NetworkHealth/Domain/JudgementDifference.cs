namespace NetworkHealth.Domain;

/// <summary>What became of one item of a judgement.</summary>
public enum DifferenceKind
{
    Added,
    Changed,
    Removed,
}

/// <summary>One field that says something else; empty where it says nothing.</summary>
/// <param name="Field">See <see cref="JudgementFields"/>.</param>
/// <param name="Before">Its text in the earlier judgement.</param>
/// <param name="After">Its text in the later one.</param>
public sealed record FieldDifference(string Field, string Before, string After);

/// <summary>
/// One item in which two judgements of a subject differ: the answer, a text, the choice for an indicator, or a link or survey result with
/// those of its fields that differ.
/// </summary>
/// <param name="Item">The field, or what the fields of a link or survey begin with, such as <c>link.1</c>.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Fields">In the order of the form.</param>
public sealed record JudgementDifference(string Item, DifferenceKind Kind, IReadOnlyList<FieldDifference> Fields)
{
    // The order in which a reader wants to know them: the level first.
    private static readonly string[] Order = ["answer", "why", "seen", "link", "survey", "indicator"];

    public static IReadOnlyList<JudgementDifference> Between(Judgement before, Judgement after)
    {
        var (then, now) = (before.Fields().ToList(), after.Fields().ToList());
        return [.. then.Concat(now).Select(field => ItemOf(field.Key)).Distinct()
            .Select(item => Of(item, InItem(then, item), InItem(now, item)))
            .OfType<JudgementDifference>().OrderBy(difference => Array.IndexOf(Order, difference.Item.Split('.')[0]))];
    }

    private static JudgementDifference? Of(string item, Dictionary<string, string> then, Dictionary<string, string> now)
    {
        var fields = then.Keys.Union(now.Keys)
            .Select(field => new FieldDifference(field, then.GetValueOrDefault(field, ""), now.GetValueOrDefault(field, "")))
            .Where(field => field.Before != field.After).ToList();
        if (then.Count == 0)
            return new(item, DifferenceKind.Added, fields);
        if (now.Count == 0)
            return new(item, DifferenceKind.Removed, fields);
        return fields.Count == 0 ? null : new(item, DifferenceKind.Changed, fields);
    }

    private static Dictionary<string, string> InItem(List<KeyValuePair<string, string>> fields, string item) =>
        new(fields.Where(field => ItemOf(field.Key) == item));

    // link.1.title belongs to link.1; seen and indicator.CI2 stand for themselves.
    private static string ItemOf(string field) => field.Split('.') is [var kind, var id, _] ? $"{kind}.{id}" : field;
}
