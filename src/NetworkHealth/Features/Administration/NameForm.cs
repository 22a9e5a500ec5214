using FluentValidation;
using NetworkHealth.Data;
using NetworkHealth.Shell;

namespace NetworkHealth.Features.Administration;

/// <summary>What a person is called.</summary>
public sealed class NameForm
{
    public string? Name { get; set; }

    public sealed class Validator : AbstractValidator<NameForm>
    {
        public Validator() => RuleFor(form => form.Name).Keeps(name => PersonText.Name(name));
    }
}
