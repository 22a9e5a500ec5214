using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.AnnualRating;

/// <summary>
/// The one part of the rating that is alive. What is typed here goes to the server field by field; see <c>rating.js</c> for how nothing is lost.
/// </summary>
public sealed partial class DraftForm : IAsyncDisposable
{
    [Parameter, EditorRequired] public string Cohort { get; set; } = "";
    [Parameter, EditorRequired] public string Code { get; set; } = "";
    [Parameter, EditorRequired] public int Year { get; set; }
    [Parameter, EditorRequired] public RatingSource Source { get; set; }

    /// <summary>Code of the subject to show, or “all”.</summary>
    [Parameter, EditorRequired] public string Step { get; set; } = "";

    private readonly Dictionary<Subject, int> editions = [];
    private ElementReference form;
    private OpenDraft? draft;
    private string? readFor;
    private string standing = "";
    private string? next;
    private bool arriving;
    private bool started;
    private bool ready;
    private RatingScript? script;
    private DotNetObjectReference<DraftForm>? self;

    private IReadOnlyList<Subject> Shown => SubjectWords.Parse(Step) is { } one ? [one] : SubjectWords.InRatingOrder;

    protected override async Task OnParametersSetAsync()
    {
        if (readFor == Step)
            return;

        readFor = Step;
        if (await Attempt(async () => await Ratings.Read(await SignedIn.Actor(), new RatingAddress(Cohort, Code, Year, Source))) is not { Draft: { } read } view)
            return;
        if (draft is null)
        {
            draft = new OpenDraft(view, Entries);
            standing = read.Entries.Any(entry => entry.SavedAt is not null) ? "The draft is on the server." : "Each change is saved as you make it.";
        }
        else
        {
            await TakeIn(draft.Refresh(read));
            arriving = true;
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (ready && next is { } place)
        {
            next = null;
            await script!.Tell("goTo", place);
        }
        else if (ready && arriving)
        {
            arriving = false;
            await script!.Tell("arrive", $"{Shown[0].Code()}-heading");
        }

        // The browser may answer to the first, empty rendering before the draft is read, or after.
        if (started || form.Id is null)
            return;

        started = true;
        self = DotNetObjectReference.Create(this);
        script = await RatingScript.Load(Js);
        await script.Start(self, form, draft!, draft!.View.Keeping(await SignedIn.Actor()));
        ready = true;
        // A link to a place of the form arrives there once it can be written in.
        arriving = Navigation.Uri.Contains('#', StringComparison.Ordinal);
        StateHasChanged();
    }

    // What others saved is drawn anew, and known to the browser, before anybody writes on top of it.
    private async Task TakeIn(IReadOnlyList<Subject> newer)
    {
        foreach (var subject in newer)
        {
            editions[subject] = editions.GetValueOrDefault(subject) + 1;
            if (script is not null)
                await script.Tell("seen", subject.Code(), draft![subject].Version);
        }
    }

    /// <summary>Called by the browser for each change.</summary>
    [JSInvokable]
    public async Task<SaveOutcome> Save(string entry, string field, string value, int basedOn, string from)
    {
        var subject = SubjectWords.Parse(entry) ?? throw new ArgumentException("Not a subject.", nameof(entry));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from.Length, DraftSaves.TabMaxLength);
        var typed = Now(from);
        var outcome = await draft!.Save(await SignedIn.Actor(), subject, field, value, basedOn, typed);
        StateHasChanged();
        return outcome;
    }

    /// <summary>Saves what a button does, then goes to a place of the entry.</summary>
    /// <returns>Whether it was saved.</returns>
    internal async Task<bool> Say(Subject subject, Func<Judgement, Judgement> change, string goTo, bool adds = false, bool redraw = false)
    {
        var (before, typed) = (draft![subject].Version, Now(script!.Tab));
        var outcome = await Attempt(async () => await draft.Say(await SignedIn.Actor(), subject, change, adds, typed));
        return await Done(subject, "saved", outcome, goTo, redraw || outcome?.Version > before + 1);
    }

    internal async Task Settle(Subject subject, Judgement chosen)
    {
        var typed = Now(script!.Tab);
        await Done(subject, "settled", await Attempt(async () => await draft!.Settle(await SignedIn.Actor(), subject, chosen, typed)), "heading", redraw: true);
    }

    private Typing Now(string tab) => new(tab, Clock.GetUtcNow());

    internal Task Forget(Subject subject, string fields) => script!.Tell("forget", $"{subject.Code()}.{fields}");

    private async Task<bool> Done(Subject subject, string told, SaveOutcome? outcome, string goTo, bool redraw)
    {
        outcome ??= new SaveOutcome("refused", 0, Message: "This could not be saved just now. Try again in a moment.");
        bool saved = outcome.State == "saved";
        if (saved)
            await script!.Tell(told, subject.Code(), outcome.Version, outcome.At);
        else if (outcome.State == "conflict")
            await script!.Tell("stuck", subject.Code());
        else
            await script!.Tell("refused", outcome.State, outcome.Message);
        // What was not typed stands in new fields, whatever the old ones hold.
        if (redraw && saved)
            editions[subject] = editions.GetValueOrDefault(subject) + 1;
        if (saved || outcome.State == "conflict")
            next = $"{subject.Code()}-{(saved ? goTo : "conflict")}";
        StateHasChanged();
        return saved;
    }

    // A failure here would end the page's connection for good, and with it the saving of everything else.
    private async Task<T?> Attempt<T>(Func<Task<T>> access) where T : class?
    {
        try
        {
            return await access();
        }
        catch (Exception failed) when (draft is not null)
        {
            Log.LogError(failed, "The rating of {Network} in {Year} could not be read or saved.", Code, Year);
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        draft?.Dispose();
        self?.Dispose();
        if (script is not null)
            await script.DisposeAsync();
    }
}
