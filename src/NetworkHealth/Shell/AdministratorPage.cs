using Microsoft.AspNetCore.Components;
using NetworkHealth.Domain;
using NetworkHealth.Features.Accounts;

namespace NetworkHealth.Shell;

/// <summary>A page for administrators; to everybody else there is nothing at its address.</summary>
public abstract class AdministratorPage : ComponentBase
{
    /// <summary>The administrator who reads; null for everybody else, and then the page shows nothing.</summary>
    protected Actor? By { get; private set; }

    [Inject] protected NavigationManager Navigation { get; private set; } = null!;

    [Inject] private SignedIn SignedIn { get; set; } = null!;

    protected sealed override async Task OnParametersSetAsync()
    {
        var actor = await SignedIn.Actor();
        if (!actor.IsAdministrator || !await Load(actor))
        {
            Navigation.NotFound();
            return;
        }

        By = actor;
    }

    /// <returns>False when there is nothing of that name.</returns>
    protected virtual Task<bool> Load(Actor by) => Task.FromResult(true);

    /// <summary>Does what somebody asked for.</summary>
    /// <returns>Why not, in a sentence; null when it is done.</returns>
    protected static async Task<string?> Refusal(Func<Task> what)
    {
        try
        {
            await what();
            return null;
        }
        catch (DomainRuleException broken)
        {
            return broken.Message;
        }
    }
}
