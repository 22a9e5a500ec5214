using Microsoft.AspNetCore.Components;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Sustainability;

/// <summary>The one part of a matrix that is alive: which entry is open, and what is drawn after it was written.</summary>
public sealed partial class MatrixDesk : IAsyncDisposable
{
    [Parameter, EditorRequired] public string Cohort { get; set; } = "";
    [Parameter, EditorRequired] public string Code { get; set; } = "";
    [Parameter] public MatrixLook Look { get; set; }

    /// <summary>The month from which on to look for what was planned: shows the plans one below the other instead of the table.</summary>
    [Parameter] public DateOnly? Since { get; set; }

    /// <summary>The cell in which a new plan is to be begun.</summary>
    [Parameter] public string? Begin { get; set; }

    /// <summary>The plan to open.</summary>
    [Parameter] public int? Plan { get; set; }

    private ElementReference finding;
    private OpenEntry? looked;

    internal MatrixView View { get; private set; } = null!;
    internal MatrixAddress Address => new(Cohort, Code);
    internal DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);

    /// <summary>The entry that is being written.</summary>
    internal OpenEntry? Open { get; private set; }

    /// <summary>The same, as its form knows it.</summary>
    internal DeskEntry? Writing { get; set; }

    /// <summary>Why the entry stays open although somebody wanted to go on.</summary>
    internal string? WhyOpen { get; private set; }

    /// <summary>Where the focus goes when an entry was closed.</summary>
    internal OpenEntry? Left { get; private set; }

    /// <summary>Why a cell could not be set.</summary>
    internal (MatrixPlace Place, string Why)? Refusal { get; private set; }

    private string? Trouble { get; set; }

    /// <summary>Reads before it draws: the table that the page came with stands until it can be drawn anew, instead of vanishing for a moment under its reader.</summary>
    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (View is null)
        {
            await Read();
            OpenAsAsked();
        }

        await base.SetParametersAsync(ParameterView.Empty);
    }

    private void OpenAsAsked()
    {
        if (View is null)
            return;
        if (Plan is { } number && View.Views.Plan(number) is { } plan)
            Open = new OpenEntry(plan.Place, true, number);
        else if (MatrixPlace.Parse(Begin ?? "") is { } begun && View.StateOf(begun) == CellState.Open)
            Open = new OpenEntry(begun, Look is MatrixLook.Plan or MatrixLook.PlannedNotSeen, null);
    }

    /// <summary>Opens an entry, once the one that is open is saved. What others wrote meanwhile is drawn before somebody writes on top of it.</summary>
    internal async Task Begun(OpenEntry entry)
    {
        if (!await IsSaved())
            return;
        await Read();
        (Open, Writing, Left, Refusal) = (entry, null, null, null);
        StateHasChanged();
    }

    /// <summary>Closes the open entry, once it is saved.</summary>
    internal async Task Done()
    {
        if (await IsSaved())
            await Close();
    }

    /// <summary>Closes the open entry as it stands on the server.</summary>
    internal async Task Close()
    {
        var left = Open is { Answers: null } open ? open with { Number = Writing?.Number() ?? open.Number } : Open;
        (Open, Writing, WhyOpen) = (null, null, null);
        await Read();
        Left = left;
        StateHasChanged();
    }

    internal async Task SetState(MatrixPlace place, CellState state)
    {
        if (Open?.Place != place && !await IsSaved())
            return;
        Refusal = null;
        try
        {
            await Writes.SetState(await SignedIn.Actor(), Address, place, state);
        }
        catch (DomainRuleException refused)
        {
            Refusal = (place, refused.Message);
        }
        catch (Exception failed)
        {
            Log.LogError(failed, "A cell of the matrix of {Network} could not be set.", Code);
            Refusal = (place, EntryEditor<Plan>.Failed);
        }

        (Open, Writing) = (null, null);
        await Read();
        Left = new OpenEntry(place, true, null);
        StateHasChanged();
    }

    // Where the button is gone that would have the focus again, the sentence above the table has it.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (Left is null || ReferenceEquals(looked, Left))
            return;
        looked = Left;
        if (Since is null && !Look.Opens(View.Views, Left))
            await finding.FocusAsync();
    }

    /// <summary>What was typed last is saved also when its writer goes to another page.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Writing is { } writing)
            await writing.Save();
    }

    private async Task<bool> IsSaved()
    {
        WhyOpen = null;
        if (Writing is not { } writing)
            return true;
        await writing.Save();
        if (!writing.IsAhead())
            return true;
        WhyOpen = "Something here is not saved. Complete it, or leave what is not saved; then go on.";
        StateHasChanged();
        return false;
    }

    // Whoever lost the right to read keeps what is drawn, and every write is refused.
    private async Task Read()
    {
        try
        {
            (View, Trouble) = (await Matrix.Read(await SignedIn.Actor(), Cohort, Code) ?? View, null);
        }
        catch (Exception failed) when (View is not null)
        {
            Log.LogError(failed, "The matrix of {Network} could not be read.", Code);
            Trouble = "The matrix could not be read just now; what stands here may have changed since.";
        }
    }
}
