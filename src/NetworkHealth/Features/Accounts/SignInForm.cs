using FluentValidation;

namespace NetworkHealth.Features.Accounts;

/// <summary>What somebody types to sign in.</summary>
public sealed class SignInForm
{
    public string Email { get; set; } = "";
    public string Password { get; set; } = "";
    public bool Stay { get; set; }

    public sealed class Validator : AbstractValidator<SignInForm>
    {
        public Validator()
        {
            RuleFor(form => form.Email).Must(typed => typed.Trim().Length > 0 && !typed.Contains('\0')).WithMessage("Type the e-mail address of your account.");
            RuleFor(form => form.Password).NotEmpty().WithMessage("Type your password.");
        }
    }
}
