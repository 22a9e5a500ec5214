using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NetworkHealth.Domain;

namespace NetworkHealth.Data;

/// <summary>An answer as the small number that exports read straight from the database.</summary>
internal sealed class AnswerAsNumber() : ValueConverter<Answer, short>(answer => answer.Stored, stored => Answer.FromStored(stored));

/// <summary>A source as files write it, so that exports copy the column.</summary>
internal sealed class SourceAsCode() : ValueConverter<RatingSource, string>(source => source.Code(), code => RatingSourceWords.Parse(code)!.Value);

/// <summary>A month as files write it, such as <c>2023-06</c>.</summary>
internal sealed class MonthAsText() : ValueConverter<DateOnly, string>(
    month => month.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture),
    text => DateOnly.ParseExact(text, "yyyy-MM", System.Globalization.CultureInfo.InvariantCulture));

/// <summary>
/// An action by its name and nothing else. The usual conversion also reads other spellings and numbers, so that a changed entry of the
/// chain could verify and yet be missed by a search for the action.
/// </summary>
internal sealed class ActionAsName() : ValueConverter<ChangeAction, string>(action => action.ToString(), name => Read(name))
{
    private static ChangeAction Read(string name) =>
        Enum.TryParse<ChangeAction>(name, out var action) && action.ToString() == name ? action : throw new FormatException($"'{name}' is not an action.");
}

/// <summary>An id in the chain as SQLite keeps it, and in no other spelling, for the same reason.</summary>
internal sealed class IdAsText() : ValueConverter<Guid, string>(id => Write(id), text => Read(text))
{
    private static string Write(Guid id) => id.ToString().ToUpperInvariant();

    private static Guid Read(string text) =>
        Guid.TryParseExact(text, "D", out var id) && Write(id) == text ? id : throw new FormatException($"'{text}' is not an id.");
}

/// <summary>SQLite compares no times, but it compares their ticks.</summary>
internal sealed class UtcAsTicks() : ValueConverter<DateTimeOffset, long>(time => time.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

/// <summary>What an answer rests on, as text: it is always read and written as a whole.</summary>
internal sealed class GroundsAsJson() : ValueConverter<Grounds, string>(grounds => VersionJson.Of(grounds), json => VersionJson.Grounds(json));

/// <summary>A table of counts as text: it is always read and written as a whole.</summary>
internal sealed class CountsAsJson() : ValueConverter<CountTable, string>(table => VersionJson.Of(table), json => VersionJson.Read<CountTable>(json));
