using NetworkHealth.Domain;

namespace NetworkHealth.Shell;

/// <summary>The roles in the words of the field.</summary>
public static class RoleWords
{
    public static IReadOnlyList<Role> All { get; } = Enum.GetValues<Role>();

    /// <summary>As commands name it, such as <c>hub-leader</c>.</summary>
    public static string Code(this Role role) => role.Words().Replace(' ', '-');

    /// <summary>Reads a code; null when it is none.</summary>
    public static Role? Parse(string code) => All.Select(role => (Role?)role).FirstOrDefault(role => role!.Value.Code() == code);

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
