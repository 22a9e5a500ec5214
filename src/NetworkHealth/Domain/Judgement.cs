namespace NetworkHealth.Domain;

/// <summary>What is said of one subject: the answer, and what it rests on.</summary>
/// <param name="Answer">A level or a reason for none; null while nothing is said.</param>
/// <param name="Grounds">Evidence and the way to the answer.</param>
public sealed record Judgement(Answer? Answer, Grounds Grounds)
{
    public static readonly Judgement Nothing = new(null, Grounds.None);
}

/// <summary>Something that keeps a draft from being submitted, or deserves a second look.</summary>
/// <param name="Subject">Where.</param>
/// <param name="Field">Name of the field to go to, such as <c>why</c>; see <see cref="JudgementFields"/>.</param>
/// <param name="Sentence">What to do about it.</param>
public sealed record Gap(Subject Subject, string Field, string Sentence);

/// <summary>What a judgement still needs before it can be submitted, and what is odd about it.</summary>
public static class JudgementChecks
{
    /// <summary>What keeps this judgement from being submitted.</summary>
    /// <param name="judgement">What was said.</param>
    /// <param name="subject">Of what.</param>
    /// <param name="suggested">What the indicators or domains suggest, if they do.</param>
    public static IEnumerable<Gap> Missing(this Judgement judgement, Subject subject, Level? suggested)
    {
        var grounds = judgement.Grounds;
        if (judgement.Answer is null)
            yield return new Gap(subject, "answer", "Choose a level, or say why there is none.");
        if (judgement.Answer?.Level is { } chosen && suggested is { } level && chosen != level && string.IsNullOrWhiteSpace(grounds.Why))
            yield return new Gap(subject, "why", "Say in a sentence why this level differs from the suggestion.");

        foreach (var link in grounds.Links.Where(link => link.Target is null))
            yield return new Gap(subject, $"link.{link.Id}.address", AddressProblem(link));
        foreach (var survey in grounds.Surveys)
        {
            if (survey.Instrument.Trim().Length == 0)
                yield return new Gap(subject, $"survey.{survey.Id}.instrument", "Say which survey it was.");
            if (survey.Answered is null || survey.Asked is null)
                yield return new Gap(subject, $"survey.{survey.Id}.answered", "Say how many answered, of how many asked.");
            else if (survey.MoreAnsweredThanAsked)
                yield return new Gap(subject, $"survey.{survey.Id}.answered", $"{survey.Answered} of {survey.Asked} cannot be: more answered than were asked.");
            else if (survey.Asked < 1)
                yield return new Gap(subject, $"survey.{survey.Id}.asked", "Say how many were asked; at least one.");
        }
    }

    /// <summary>Evidence from outside the year that is rated. It is allowed, and worth a second look.</summary>
    public static IEnumerable<Gap> OutsideOf(this Judgement judgement, Subject subject, Cycle cycle)
    {
        foreach (var link in judgement.Grounds.Links.Where(link => link.Date is { } date && !cycle.Holds(date)))
            yield return new Gap(subject, $"link.{link.Id}.date", $"This evidence is from {link.Date!.Value.Year}, outside {cycle.Shown}. That is allowed; is it what you mean?");
        foreach (var survey in judgement.Grounds.Surveys.Where(survey => survey.Date is { } date && !cycle.Holds(date)))
            yield return new Gap(subject, $"survey.{survey.Id}.date", $"This survey is from {survey.Date!.Value.Year}, outside {cycle.Shown}. That is allowed; is it what you mean?");
    }

    private static string AddressProblem(EvidenceLink link) => link.Address.Trim().Length == 0
        ? "Give the address of this document, or remove the link."
        : "This is no web address. It begins with https:// or http://, such as https://example.org/log.";
}
