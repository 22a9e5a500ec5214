using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Shell;

namespace NetworkHealth.Features.Administration;

/// <summary>Where somebody stands with this service.</summary>
public enum PersonState
{
    Invited,
    Active,
    Deactivated,
    Erased,
}

/// <summary>A role somebody has, and on what.</summary>
/// <param name="Id">Of the grant.</param>
/// <param name="Role">The role.</param>
/// <param name="Cohort">Slug of the cohort; null for a role on the whole service.</param>
/// <param name="CohortName">What it is called.</param>
/// <param name="Code">Of the network, for a role on one.</param>
/// <param name="NetworkName">What it is called.</param>
public sealed record RoleHeld(Guid Id, Role Role, string? Cohort, string? CohortName, string? Code, string? NetworkName)
{
    /// <summary>“the network Riverbend Math Collaborative (demo/RIV)”.</summary>
    public string Scope => Code is not null ? $"the network {NetworkName} ({Cohort}/{Code})" : Cohort is not null ? $"the cohort {CohortName} ({Cohort})" : "the whole service";

    /// <summary>“hub leader of demo/RIV”.</summary>
    public override string ToString() => Cohort is null ? Role.Words() : $"{Role.Words()} of {Cohort}{(Code is null ? "" : "/" + Code)}";
}

/// <summary>Somebody with an account, as administrators see them.</summary>
public sealed record PersonRow(Guid Id, string Name, string? Address, bool HasConfirmedAddress, bool HasJoined, bool HasSecondFactor, DateTimeOffset? InvitedUntil, DateTimeOffset? DeactivatedAt, DateTimeOffset? ErasedAt)
{
    public IReadOnlyList<RoleHeld> Roles { get; init; } = [];

    public string Shown => ErasedAt is null ? PersonText.Shown(Name, Address) : English.Capital(PersonText.Nobody);

    public PersonState State => this switch
    {
        { ErasedAt: not null } => PersonState.Erased,
        { DeactivatedAt: not null } => PersonState.Deactivated,
        { HasJoined: false } => PersonState.Invited,
        _ => PersonState.Active,
    };

    /// <summary>“invited until 23 November 2026, 14:05 UTC”.</summary>
    public string StateWords(DateTimeOffset now) => State switch
    {
        PersonState.Erased => $"erased {Day(ErasedAt)}",
        PersonState.Deactivated => $"deactivated {Day(DeactivatedAt)}",
        PersonState.Active => "active",
        _ when InvitedUntil is null => "invited, has not signed in yet",
        _ when InvitedUntil > now => $"invited until {Times.Minute(InvitedUntil.Value)}",
        _ => $"invited; the link ran out {Day(InvitedUntil)}",
    };

    private static string Day(DateTimeOffset? at) => English.Day(DateOnly.FromDateTime(at!.Value.UtcDateTime));
}
