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

/// <summary>SQLite compares no times, but it compares their ticks.</summary>
internal sealed class UtcAsTicks() : ValueConverter<DateTimeOffset, long>(time => time.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
