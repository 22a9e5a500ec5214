namespace NetworkHealth.Domain;

/// <summary>Why a subject has no level although the rater looked at it. A reason is an answer, not a low level.</summary>
public enum NotRatedReason
{
    NotEnoughEvidence = 1,
    NotApplicable = 2,
    NotAsked = 3,
}

/// <summary>The words of a <see cref="NotRatedReason"/>.</summary>
public static class NotRatedReasonWords
{
    private static readonly string[] Codes = ["not_enough_evidence", "not_applicable", "not_asked"];
    private static readonly string[] Sentences = ["not enough evidence", "not applicable", "not asked"];

    public static IReadOnlyList<NotRatedReason> All { get; } = Enum.GetValues<NotRatedReason>();

    public static string Code(this NotRatedReason reason) => Codes[(int)reason - 1];

    /// <summary>Fits behind “not rated: …”.</summary>
    public static string Words(this NotRatedReason reason) => Sentences[(int)reason - 1];

    /// <summary>Reads a code in any case, trimmed; null when it is none.</summary>
    public static NotRatedReason? Parse(string text)
    {
        int index = Array.FindIndex(Codes, code => code.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : (NotRatedReason)(index + 1);
    }
}

/// <summary>
/// What a rater said of one subject: a level or a reason for none. Nothing said is a missing answer (null), not an answer.
/// Stored as one small number: 0 to 4 for levels, −1 to −3 for reasons.
/// </summary>
public readonly record struct Answer
{
    private Answer(short stored) => Stored = stored;

    public short Stored { get; }

    public Level? Level => Stored >= 0 ? (Level)Stored : null;

    public NotRatedReason? Reason => Stored < 0 ? (NotRatedReason)(-Stored) : null;

    public static Answer Of(Level level) => new((short)level);

    public static Answer None(NotRatedReason reason) => new((short)-(int)reason);

    /// <summary>The answer behind a stored number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside −3 to 4: the database holds something else than answers.</exception>
    public static Answer FromStored(short stored) =>
        stored is >= -3 and <= 4 ? new(stored) : throw new ArgumentOutOfRangeException(nameof(stored), stored, "Not a stored answer.");
}
