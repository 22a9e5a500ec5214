using FluentValidation;
using NetworkHealth.Data;
using NetworkHealth.Shell;

namespace NetworkHealth.Features.Administration;

/// <summary>Who is invited, and to what role; hub leaders leave the role out.</summary>
public sealed class InviteForm
{
    public string? Name { get; set; }
    public string? Address { get; set; }
    public RoleForm Role { get; set; } = new();

    /// <summary>Of a member: by their hub leader.</summary>
    public sealed class MemberValidator : AbstractValidator<InviteForm>
    {
        public MemberValidator()
        {
            RuleFor(form => form.Name).Keeps(name => PersonText.Name(name));
            RuleFor(form => form.Address).Keeps(address => PersonText.Address(address));
        }
    }

    /// <summary>Of anybody: by an administrator.</summary>
    public sealed class Validator : AbstractValidator<InviteForm>
    {
        public Validator()
        {
            Include(new MemberValidator());
            RuleFor(form => form.Role).SetValidator(new RoleForm.Validator());
        }
    }
}
