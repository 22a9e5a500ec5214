namespace NetworkHealth.Domain;

/// <summary>Two people wrote in one entry. Nothing of either is dropped until somebody chooses.</summary>
/// <param name="Theirs">The entry as it was saved first.</param>
/// <param name="By">The account that saved it.</param>
/// <param name="Base">What both began from.</param>
/// <param name="Mine">What the later one wanted to save.</param>
public sealed record EntryConflict(DraftEntry Theirs, string By, Judgement Base, Judgement Mine)
{
    /// <summary>The fields in which the two differ, with both texts.</summary>
    public IReadOnlyList<FieldConflict> Fields()
    {
        var (mine, theirs) = (Texts(Own()), Texts(Theirs.Judgement));
        return [.. mine.Keys.Union(theirs.Keys)
            .Select(field => new FieldConflict(field, mine.GetValueOrDefault(field, ""), theirs.GetValueOrDefault(field, "")))
            .Where(both => both.Mine != both.Theirs)];
    }

    /// <summary>What I changed, on top of what they saved.</summary>
    public Judgement KeepingMine() =>
        WithoutWhatIRemoved(Fields().Where(IsChangedByMe).Aggregate(Theirs.Judgement, (kept, both) => Set(kept, both.Field, both.Mine)));

    /// <summary>Both: what only one of us changed, and where both changed a text, theirs with mine below it.</summary>
    /// <returns>Null where both chose differently, or the two texts do not fit into one.</returns>
    public Judgement? Together()
    {
        try
        {
            return WithoutWhatIRemoved(Fields().Where(IsChangedByMe).Aggregate(Theirs.Judgement, (joined, both) => Set(joined, both.Field, Joined(both))));
        }
        catch (DomainRuleException)
        {
            return null;
        }
    }

    /// <summary>Whether I changed this field; where I did not, theirs stays whatever is chosen.</summary>
    public bool IsChangedByMe(FieldConflict field)
    {
        var (mine, before) = (Texts(Own()), Texts(Base));
        // A link or survey that they removed and I wrote in comes back whole.
        bool isPart = field.Field.Split('.').Length == 3 && !Texts(Theirs.Judgement).ContainsKey(field.Field);
        string item = field.Field[..(field.Field.LastIndexOf('.') + 1)];
        return (isPart ? mine.Keys.Where(name => name.StartsWith(item, StringComparison.Ordinal)) : [field.Field])
            .Any(name => mine.GetValueOrDefault(name, "") != before.GetValueOrDefault(name, ""));
    }

    // Its fields are all empty now, which is not the same as gone.
    private Judgement WithoutWhatIRemoved(Judgement kept)
    {
        var removed = Ids(Base.Grounds).Except(Ids(Mine.Grounds)).ToHashSet();
        var grounds = kept.Grounds;
        return removed.Count == 0 ? kept : kept with
        {
            Grounds = grounds with
            {
                Links = [.. grounds.Links.Where(link => !removed.Contains(link.Id))],
                Surveys = [.. grounds.Surveys.Where(survey => !removed.Contains(survey.Id))],
            },
        };
    }

    // Both may have added a link at once, under the same number; mine goes behind theirs.
    private Judgement Own()
    {
        var (grounds, theirs) = (Mine.Grounds, Theirs.Grounds);
        var clashing = Ids(grounds).Except(Ids(Base.Grounds)).Intersect(Ids(theirs)).ToHashSet();
        int next = Math.Max(grounds.NextId, theirs.NextId) - 1;
        return clashing.Count == 0 ? Mine : Mine with
        {
            Grounds = grounds with
            {
                Links = [.. grounds.Links.Select(link => clashing.Contains(link.Id) && !theirs.Links.Contains(link) ? link with { Id = ++next } : link)],
                Surveys = [.. grounds.Surveys.Select(survey => clashing.Contains(survey.Id) && !theirs.Surveys.Contains(survey) ? survey with { Id = ++next } : survey)],
            },
        };
    }

    private static IEnumerable<int> Ids(Grounds grounds) => grounds.Links.Select(link => link.Id).Concat(grounds.Surveys.Select(survey => survey.Id));

    private string Joined(FieldConflict field)
    {
        bool changedByThem = field.Theirs != Texts(Base).GetValueOrDefault(field.Field, "") || Base == Theirs.Judgement;
        if (!changedByThem || field.Theirs.Length == 0)
            return field.Mine;
        if (field.Mine.Length == 0 || !JudgementFields.IsText(field.Field))
            throw new DomainRuleException("Both cannot stand.");
        return $"{field.Theirs}\n\n{field.Mine}";
    }

    private Judgement Set(Judgement judgement, string field, string value) => judgement.With(Theirs.Subject, field, value);

    private static Dictionary<string, string> Texts(Judgement judgement) => judgement.Fields().ToDictionary();
}

/// <summary>One field that two people wrote differently.</summary>
/// <param name="Field">See <see cref="JudgementFields"/>.</param>
/// <param name="Mine">What the later one wanted to save; empty where nothing.</param>
/// <param name="Theirs">What was saved first; empty where nothing.</param>
public sealed record FieldConflict(string Field, string Mine, string Theirs);
