using FluentValidation;

namespace NetworkHealth.Features.Accounts;

/// <summary>A new password, typed twice.</summary>
public sealed class SetPasswordForm
{
    /// <summary>The one before, where a page asks for it.</summary>
    public string Old { get; set; } = "";

    public string Password { get; set; } = "";
    public string Again { get; set; } = "";

    public sealed class Validator : AbstractValidator<SetPasswordForm>
    {
        public Validator()
        {
            RuleFor(form => form.Password).MinimumLength(PasswordRules.MinLength).WithMessage($"Use {PasswordRules.MinLength} characters or more.");
            RuleFor(form => form.Again).Equal(form => form.Password).WithMessage("The two do not match.");
        }
    }
}
