namespace NetworkHealth.Domain;

/// <summary>What a network says of one cell; a cell without a row is open.</summary>
public sealed class MatrixCell
{
    private MatrixCell() { } // EF Core

    public MatrixCell(Guid networkId, MatrixPlace place, CellState state) =>
        (Id, NetworkId, Dimension, Level, State) = (Guid.CreateVersion7(), networkId, place.Dimension, place.Level, state);

    public Guid Id { get; private set; }
    public Guid NetworkId { get; private set; }
    public Dimension Dimension { get; private set; }
    public LastingLevel Level { get; private set; }
    public CellState State { get; private set; }

    public MatrixPlace Place => new(Dimension, Level);

    /// <param name="state">What it is to be.</param>
    /// <param name="hasPlans">Whether a plan stands in it that was not dropped.</param>
    /// <exception cref="DomainRuleException">Something is planned for what shall be no goal.</exception>
    public void Set(CellState state, bool hasPlans)
    {
        if (state != CellState.Open && hasPlans)
            throw new DomainRuleException("Plans stand in this cell. Drop or remove them first, then say that it is no goal or does not apply.");
        State = state;
    }
}

/// <summary>A plan in a cell of a network's matrix.</summary>
public sealed class PlanEntry
{
    private PlanEntry() => Plan = new Plan(); // EF Core

    /// <param name="networkId">Whose.</param>
    /// <param name="number">Of the entry in its network, as files have it.</param>
    /// <param name="place">Its cell.</param>
    /// <param name="plan">What it says.</param>
    /// <param name="made">The month in which it was made; null when nobody knows.</param>
    /// <exception cref="DomainRuleException">The plan cannot be kept.</exception>
    public PlanEntry(Guid networkId, int number, MatrixPlace place, Plan plan, DateOnly? made) =>
        (Id, NetworkId, Number, Dimension, Level, Plan, Made, Edition) =
        (Guid.CreateVersion7(), networkId, number, place.Dimension, place.Level, plan.Checked(), Month.Checked(made, "The month"), 1);

    public Guid Id { get; private set; }
    public Guid NetworkId { get; private set; }

    /// <summary>Unique among the plans and observations of its network, and never given again.</summary>
    public int Number { get; private set; }

    public Dimension Dimension { get; private set; }
    public LastingLevel Level { get; private set; }
    public Plan Plan { get; private set; }
    public DateOnly? Made { get; private set; }

    /// <summary>Whether it was taken out of the matrix; its number stays taken.</summary>
    public bool IsRemoved { get; private set; }

    /// <summary>Grows with every change; of two who change one entry at once, the later is told.</summary>
    public int Edition { get; private set; }

    public MatrixPlace Place => new(Dimension, Level);

    /// <summary>Whether its month has come and it is neither in place nor dropped.</summary>
    public bool IsOverdue(DateOnly today) => Plan.Status is not (PlanStatus.InPlace or PlanStatus.Dropped) && Plan.TargetMonth <= today;

    /// <returns>Whether it says something else now.</returns>
    /// <exception cref="DomainRuleException">The plan cannot be kept.</exception>
    public bool Change(Plan plan)
    {
        var said = plan.Checked();
        if (said == Plan)
            return false;
        (Plan, Edition) = (said, Edition + 1);
        return true;
    }

    /// <param name="isAnswered">Whether an observation answers it.</param>
    /// <exception cref="DomainRuleException">An observation answers it.</exception>
    public void Remove(bool isAnswered)
    {
        if (isAnswered)
            throw new DomainRuleException("An observation answers this plan. Say that the plan is dropped, or remove the observation first.");
        (IsRemoved, Edition) = (true, Edition + 1);
    }
}

/// <summary>An observation in a cell of a network's matrix.</summary>
public sealed class ObservedEntry
{
    private ObservedEntry() => Observation = new Observation(); // EF Core

    /// <param name="networkId">Whose.</param>
    /// <param name="number">Of the entry in its network, as files have it.</param>
    /// <param name="place">Its cell.</param>
    /// <param name="observation">What it says.</param>
    /// <param name="answers">The plan that it answers, in the same cell; null for what nobody planned.</param>
    /// <exception cref="DomainRuleException">The observation cannot be kept, or answers a plan of another cell.</exception>
    public ObservedEntry(Guid networkId, int number, MatrixPlace place, Observation observation, PlanEntry? answers = null)
    {
        (Id, NetworkId, Number, Dimension, Level, Edition) = (Guid.CreateVersion7(), networkId, number, place.Dimension, place.Level, 1);
        Observation = new Observation();
        Say(observation, answers);
    }

    public Guid Id { get; private set; }
    public Guid NetworkId { get; private set; }
    public int Number { get; private set; }
    public Dimension Dimension { get; private set; }
    public LastingLevel Level { get; private set; }
    public Observation Observation { get; private set; }

    /// <summary>Number of the plan that it answers.</summary>
    public int? Answers { get; private set; }

    /// <summary>Whether it was taken out of the matrix; its number stays taken.</summary>
    public bool IsRemoved { get; private set; }

    public int Edition { get; private set; }

    public MatrixPlace Place => new(Dimension, Level);

    /// <returns>Whether it says something else now.</returns>
    /// <exception cref="DomainRuleException">The observation cannot be kept, or answers a plan of another cell.</exception>
    public bool Change(Observation observation, PlanEntry? answers)
    {
        var before = (Observation, Answers);
        Say(observation, answers);
        if (before == (Observation, Answers))
            return false;
        Edition++;
        return true;
    }

    public void Remove() => (IsRemoved, Edition) = (true, Edition + 1);

    private void Say(Observation observation, PlanEntry? answers)
    {
        if (answers is not null && (answers.NetworkId != NetworkId || answers.Place != Place))
            throw new DomainRuleException("An observation answers a plan of its own cell.");
        (Observation, Answers) = (observation.Checked(answers?.Made), answers?.Number);
    }
}
