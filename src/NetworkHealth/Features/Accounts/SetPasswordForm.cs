using FluentValidation;

namespace NetworkHealth.Features.Accounts;

/// <summary>A new password, typed twice.</summary>
public sealed class SetPasswordForm
{
    public string Password { get; set; } = "";
    public string Again { get; set; } = "";

    public sealed class Validator : AbstractValidator<SetPasswordForm>
    {
        public Validator()
        {
            RuleFor(form => form.Password).MinimumLength(AccountServices.PasswordMinLength)
                .WithMessage($"Use {AccountServices.PasswordMinLength} characters or more.");
            RuleFor(form => form.Again).Equal(form => form.Password).WithMessage("The two do not match.");
        }
    }
}
