using FluentValidation;
using NetworkHealth.Features.Accounts;
using NetworkHealth.Shell;
using DomainRole = NetworkHealth.Domain.Role;

namespace NetworkHealth.Features.Administration;

/// <summary>A role and what it is for, as an administrator chooses it.</summary>
public sealed class RoleForm
{
    public string? Role { get; set; }
    public string? Cohort { get; set; }
    public string? Network { get; set; }

    public DomainRole? Chosen => RoleWords.Parse(Role ?? "");

    public RoleScope Scope => new(Said(Cohort), Said(Network));

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    public sealed class Validator : AbstractValidator<RoleForm>
    {
        public Validator()
        {
            RuleFor(form => form.Cohort).Keeps(cohort => Domain.PlainText.Line(cohort ?? "", Domain.Code.MaxLength, "This short name"));
            RuleFor(form => form.Network).Keeps(network => Domain.PlainText.Line(network ?? "", Domain.Code.MaxLength, "This code"));
            RuleFor(form => form.Role).Must((form, _) => form.Chosen is not null).WithMessage("Choose a role.");
            RuleFor(form => form.Cohort).Custom((_, form) =>
            {
                var read = form.InstanceToValidate;
                if (read.Chosen is { } role && NewGrants.ScopeProblem(role, read.Scope) is { } problem)
                    form.AddFailure(problem);
            });
        }
    }
}
