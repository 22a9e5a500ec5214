using FluentValidation;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Accounts;

/// <summary>A token as somebody asks for it.</summary>
public sealed class TokenForm
{
    public const int UsualDays = 90;

    public static IReadOnlyList<int> Choices { get; } = [30, UsualDays, 180, ApiToken.LongestDays];

    public string Name { get; set; } = "";
    public int Days { get; set; } = UsualDays;
    public string? Password { get; set; }
    public bool Imports { get; set; }

    public TokenScopes Scopes => Imports ? TokenScopes.Read | TokenScopes.Import : TokenScopes.Read;

    public sealed class Validator : AbstractValidator<TokenForm>
    {
        public Validator() => RuleFor(form => form.Name).NotEmpty().WithMessage("Name the token after what uses it.");
    }
}
