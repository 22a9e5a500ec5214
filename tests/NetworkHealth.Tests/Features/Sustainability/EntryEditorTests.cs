using Microsoft.Extensions.Logging.Abstractions;
using NetworkHealth.Domain;
using NetworkHealth.Features.Sustainability;

namespace NetworkHealth.Tests.Features.Sustainability;

/// <summary>What happens between a form of the matrix and its store: order, refusal, failure, two people, and what is typed meanwhile.</summary>
public sealed class EntryEditorTests
{
    private readonly List<string> kept = [];
    private (Plan Said, int Edition)? stored;
    private Func<Task> before = () => Task.CompletedTask;

    [Fact]
    public async Task What_is_typed_is_saved_once_the_typing_pauses_and_the_last_of_it()
    {
        var editor = New();
        Assert.Equal((false, null), (editor.IsAhead, editor.Number));

        await Task.WhenAll(editor.Type("statement", Says("Th")), editor.Type("statement", Says("The guide")), editor.Type("statement", Says("The guide stays")));

        Assert.Equal(["The guide stays"], kept);
        Assert.Equal((1, false, true), (editor.Number, editor.IsAhead, editor.SavedAt is not null));
    }

    [Fact]
    public async Task Saving_takes_what_was_just_typed_and_waits_for_the_save_before()
    {
        var gate = new TaskCompletionSource();
        before = () => gate.Task;
        var editor = New();
        var first = editor.Choose(Says("First"));
        var typing = editor.Type("statement", Says("Second"));
        var second = editor.Save();
        Assert.True(editor.IsAhead);
        gate.SetResult();
        await Task.WhenAll(first, second, typing);

        Assert.Equal(["First", "Second"], kept);
        Assert.Equal(2, stored!.Value.Edition);
        Assert.False(editor.IsAhead);
    }

    [Fact]
    public async Task What_is_not_whole_waits_and_what_cannot_be_read_is_told_and_stays()
    {
        var editor = New();
        await editor.Choose(plan => plan with { Strategies = Strategy.Codify });
        Assert.Equal((true, false, null), (editor.IsAhead, editor.IsWhole, editor.Problem));

        await editor.Choose(Says("It stays"));
        await editor.Type("month", plan => plan with { TargetMonth = Month.Parse("soon", "The month") });
        Assert.Equal(("The month is written as 2026-03.", true), (editor.Problem, editor.IsAhead));
        await editor.Choose(plan => plan with { Risks = "None" });
        Assert.Equal(("The month is written as 2026-03.", 2), (editor.Problem, kept.Count));

        await editor.Type("month", plan => plan with { TargetMonth = Month.Parse("2027-03", "The month") });
        Assert.Equal((null, false, new DateOnly(2027, 3, 1)), (editor.Problem, editor.IsAhead, stored!.Value.Said.TargetMonth));
    }

    [Fact]
    public async Task A_store_that_refuses_or_fails_loses_nothing_and_is_tried_again()
    {
        var editor = New();
        before = () => throw new DomainRuleException("Not today.");
        await editor.Choose(Says("It stays"));
        Assert.Equal(("Not today.", true), (editor.Problem, editor.IsAhead));
        before = () => throw new InvalidOperationException("The database is gone.");
        await editor.Save();
        Assert.Equal(EntryEditor<Plan>.Failed, editor.Problem);
        Assert.False(await New("Known", 1).Remove());

        before = () => Task.CompletedTask;
        await editor.Save();
        Assert.Equal((null, false), (editor.Problem, editor.IsAhead));
        Assert.Equal(["It stays"], kept);
    }

    [Theory]
    [InlineData(true, "Mine, written on", "Theirs")]
    [InlineData(false, "Before", "Theirs")]
    public async Task Of_two_both_texts_stay_until_one_is_chosen_also_what_is_typed_meanwhile(bool mine, string risks, string responsible)
    {
        stored = (new Plan { Statement = "It stays", Risks = "Before" }, 1);
        var editor = New(stored.Value.Said, 1);
        stored = (stored.Value.Said with { Responsible = "Theirs" }, 2);

        await editor.Choose(plan => plan with { Risks = "Mine" });
        Assert.NotNull(editor.Conflict);
        await editor.Type("risks", plan => plan with { Risks = "Mine, written on" });
        Assert.Equal(["Who is responsible", "Risks"], editor.Conflict!.Differing.Select(field => field.Name));
        await editor.Settle(mine);
        await editor.Settle(mine); // pressed twice

        Assert.Equal((risks, responsible), (stored!.Value.Said.Risks, stored.Value.Said.Responsible));
        Assert.Equal((null, false, null), (editor.Conflict, editor.IsAhead, editor.Problem));
        Assert.Equal(1, editor.Round);
    }

    [Fact]
    public async Task Who_removes_what_somebody_else_changed_sees_it_first()
    {
        stored = (new Plan { Statement = "It stays" }, 1);
        var editor = New(stored.Value.Said, 1);
        stored = (stored.Value.Said with { Responsible = "Theirs" }, 2);

        Assert.False(await editor.Remove());
        Assert.Equal(["Who is responsible"], editor.Conflict!.Differing.Select(field => field.Name));
        await editor.Settle(keepsMine: false);
        Assert.True(await editor.Remove());
        Assert.Null(stored);
    }

    private static Func<Plan, Plan> Says(string statement) => plan => plan with { Statement = statement };

    private EntryEditor<Plan> New(string statement = "", int? number = null) => New(new Plan { Statement = statement }, number);

    private EntryEditor<Plan> New(Plan said, int? number) => new(said, number, number is null ? 0 : 1, EntryFields.OfPlan, new EntryStore<Plan>(
        plan => plan.Statement.Length > 0,
        async plan =>
        {
            await Keep(plan, 1);
            return 1;
        },
        async (_, edition, plan) =>
        {
            if (stored?.Edition != edition)
                throw new DomainRuleException("Stale.");
            await Keep(plan, edition + 1);
            return edition + 1;
        },
        async (_, edition) =>
        {
            await before();
            if (stored?.Edition != edition)
                throw new DomainRuleException("Stale.");
            stored = null;
        },
        _ => Task.FromResult(stored)), TimeProvider.System, NullLogger.Instance);

    private async Task Keep(Plan plan, int edition)
    {
        await before();
        kept.Add(plan.Statement);
        stored = (plan, edition);
    }
}
