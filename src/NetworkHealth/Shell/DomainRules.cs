using FluentValidation;
using NetworkHealth.Domain;

namespace NetworkHealth.Shell;

/// <summary>Rules of the domain as rules of a form, so that a sentence is written once.</summary>
internal static class DomainRules
{
    public static IRuleBuilderOptionsConditions<TForm, TField> Keeps<TForm, TField>(this IRuleBuilder<TForm, TField> field, Action<TField> rule) => field.Custom((value, form) =>
    {
        try
        {
            rule(value);
        }
        catch (DomainRuleException broken)
        {
            form.AddFailure(broken.Message);
        }
    });
}
