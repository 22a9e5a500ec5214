namespace NetworkHealth.Domain;

/// <summary>What happened around a network in a year, as the sources name it.</summary>
public enum ContextFactor
{
    DistrictLeaderTurnover,
    SchoolTurnover,
    Staffing,
    VirtualConvening,
    Burnout,
    DataAccess,
    PolicyChange,
}

/// <summary>What the most developed networks did (Network Health Project, 2024).</summary>
public enum StrategicAction
{
    SteadyFocus,
    DataSystems,
    Consolidation,
    Coaching,
    DesignedConnections,
    Agency,
}

/// <summary>Whether teams got the data they needed.</summary>
public enum DataAccess
{
    None,
    Partial,
    Timely,
}

/// <summary>The words of a network's yearly context.</summary>
public static class ContextWords
{
    public static IReadOnlyList<ContextFactor> Factors { get; } = Enum.GetValues<ContextFactor>();

    public static IReadOnlyList<StrategicAction> Actions { get; } = Enum.GetValues<StrategicAction>();

    /// <summary>As files have it, such as <c>district_leader_turnover</c>.</summary>
    public static string Code(this ContextFactor factor) => Snake(factor.ToString());

    /// <summary>As files have it, such as <c>steady_focus</c>.</summary>
    public static string Code(this StrategicAction action) => Snake(action.ToString());

    public static string Words(this ContextFactor factor) => factor switch
    {
        ContextFactor.DistrictLeaderTurnover => "District leaders left",
        ContextFactor.SchoolTurnover => "Principals and teachers left",
        ContextFactor.Staffing => "Staff and substitutes were short",
        ContextFactor.VirtualConvening => "Teaching or meetings were online",
        ContextFactor.Burnout => "People were worn out",
        ContextFactor.DataAccess => "Access to data",
        _ => "Policy changed",
    };

    public static string Words(this StrategicAction action) => action switch
    {
        StrategicAction.SteadyFocus => "A specific focus, kept steady",
        StrategicAction.DataSystems => "Data systems for testing changes",
        StrategicAction.Consolidation => "What was learnt was gathered systematically",
        StrategicAction.Coaching => "Coaching that carries",
        StrategicAction.DesignedConnections => "Connections made on purpose",
        _ => "Structure in balance with members’ own choices",
    };

    private static string Snake(string name) => string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? $"_{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
