using NetworkHealth.Domain;

namespace NetworkHealth.Shell;

/// <summary>The roles in the words of the field.</summary>
public static class RoleWords
{
    public static string Words(this Role role) => role switch
    {
        Role.Administrator => "administrator",
        Role.HubLeader => "hub leader",
        Role.HubMember => "hub member",
        Role.Evaluator => "evaluator",
        Role.Funder => "funder",
        _ => "researcher",
    };

    /// <summary>“Hub leader and evaluator”.</summary>
    public static string Of(Actor actor) =>
        English.Capital(English.List(actor.Grants.Select(grant => grant.Role).Distinct().Order().Select(Words)));
}
