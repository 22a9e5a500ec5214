using Microsoft.JSInterop;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.AnnualRating;

/// <summary>The part of the form that lives in the browser, <c>rating.js</c>. A browser that is gone needs to be told nothing more.</summary>
public sealed class RatingScript : IAsyncDisposable
{
    private readonly IJSObjectReference module;

    private RatingScript(IJSObjectReference module, string tab) => (this.module, Tab) = (module, tab);

    /// <summary>The browser tab's own name.</summary>
    public string Tab { get; }

    public static async Task<RatingScript> Load(IJSRuntime js)
    {
        var module = await js.InvokeAsync<IJSObjectReference>("import", "./rating.js");
        return new RatingScript(module, await module.InvokeAsync<string>("tabName"));
    }

    /// <summary>Begins to keep what is typed into the form.</summary>
    /// <param name="server">Whom to call with each change.</param>
    /// <param name="form">Around all fields.</param>
    /// <param name="draft">The draft that is open.</param>
    /// <param name="key">Under which name the browser keeps what the server does not have yet.</param>
    public Task Start<T>(DotNetObjectReference<T> server, Microsoft.AspNetCore.Components.ElementReference form, OpenDraft draft, string key) where T : class =>
        module.InvokeVoidAsync("start", server, form, new
        {
            key,
            opened = draft.View.Draft!.OpenedAt,
            versions = SubjectWords.All.ToDictionary(subject => subject.Code(), subject => draft[subject].Version),
            names = SubjectWords.All.ToDictionary(subject => subject.Code(), subject => subject.Name().ToLowerInvariant()),
            savedAt = SubjectWords.All.Max(subject => draft[subject].SavedAt),
        }).AsTask();

    /// <summary>Calls a function of the script.</summary>
    public async Task Tell(string function, params object?[] arguments)
    {
        try
        {
            await module.InvokeVoidAsync(function, arguments);
        }
        catch (Exception gone) when (gone is JSDisconnectedException or TaskCanceledException)
        {
            // It begins anew and asks the server how things stand.
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and its module with it.
        }
    }
}
