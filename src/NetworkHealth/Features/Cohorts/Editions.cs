using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Cohorts;

/// <summary>Which version of a cohort or network a form was made from: the number of the last change that kept one.</summary>
internal static class Editions
{
    public static async Task<long> Of(NetworkHealthDb db, Guid entityId, CancellationToken ct) =>
        await db.Versions.Where(version => version.EntityId == entityId).MaxAsync(version => (long?)version.Change, ct) ?? 0;

    /// <param name="db">Inside an open change, so that nobody else comes between.</param>
    /// <param name="entityId">Of the cohort or network.</param>
    /// <param name="read">The edition that the form was made from; null for commands, which were made from none.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="DomainRuleException">There is a later one.</exception>
    public static async Task MustBe(NetworkHealthDb db, Guid entityId, long? read, CancellationToken ct)
    {
        if (read is { } edition && edition != await Of(db, entityId, ct))
            throw new DomainRuleException("Somebody else changed this while you wrote, so nothing of yours was saved. Look at how it stands now, then save again.");
    }
}
