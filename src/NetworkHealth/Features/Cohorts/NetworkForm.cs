using FluentValidation;
using NetworkHealth.Domain;
using NetworkHealth.Shell;
using CodeRules = NetworkHealth.Domain.Code;

namespace NetworkHealth.Features.Cohorts;

/// <summary>A new network.</summary>
public sealed class NewNetworkForm
{
    public string? Code { get; set; }
    public string? Name { get; set; }

    public sealed class Validator : AbstractValidator<NewNetworkForm>
    {
        public Validator()
        {
            RuleFor(form => form.Code).Keeps(code => CodeRules.Network(code ?? ""));
            RuleFor(form => form.Name).Keeps(name => ManagedCohorts.Line(name, "This name"));
        }
    }
}

/// <summary>What is known of a network, and what it is called.</summary>
public sealed class NetworkForm : ProfileForm
{
    public string? Name { get; set; }

    public static NetworkForm Of(Network network)
    {
        var form = new NetworkForm { Name = network.Name };
        form.Fill(network.Profile);
        return form;
    }

    public new sealed class Validator : AbstractValidator<NetworkForm>
    {
        public Validator()
        {
            RuleFor(form => form.Name).NotEmpty().WithMessage("Say what the network is called.");
            RuleFor(form => form.Name).Keeps(name => ManagedCohorts.Line(name, "This name"));
            Include(new ProfileForm.Validator());
        }
    }
}
