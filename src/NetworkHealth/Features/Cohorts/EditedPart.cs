using System.Globalization;
using Microsoft.AspNetCore.Components;
using NetworkHealth.Domain;
using NetworkHealth.Shell;

namespace NetworkHealth.Features.Cohorts;

/// <summary>One of the forms on a page of administrators: saves and reads the page anew, or tells the page why not and keeps what was typed.</summary>
public abstract class EditedPart : ComponentBase
{
    [Parameter, EditorRequired] public Actor By { get; set; } = null!;
    [Parameter, EditorRequired] public EventCallback<string> OnRefused { get; set; }

    [SupplyParameterFromForm(Name = "Edition")] private string? Posted { get; set; }
    [Inject] private NavigationManager Navigation { get; set; } = null!;

    /// <summary>Of what the posted form was made from.</summary>
    protected long Edition => long.TryParse(Posted, NumberStyles.None, CultureInfo.InvariantCulture, out long edition) ? edition : -1;

    /// <summary>Whether the form was refused, so that the page shows what stands now and the next try is made from that.</summary>
    protected bool IsRefused { get; private set; }

    protected async Task Do(Func<Task> what, string then)
    {
        try
        {
            await what();
        }
        catch (DomainRuleException broken)
        {
            IsRefused = true;
            await OnRefused.InvokeAsync(broken.Message);
            return;
        }

        Navigation.NavigateTo(SavedNotice.On(then));
    }
}
