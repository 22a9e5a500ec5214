using Microsoft.AspNetCore.Identity;
using NetworkHealth.Data;

namespace NetworkHealth.Features.Accounts;

/// <summary>What the server and a browser say to each other about a passkey: a riddle, kept for five minutes, and its answer, taken once.</summary>
public sealed class PasskeyHandshake(IPasskeyHandler<Person> handler, Pending pending, IHttpContextAccessor http)
{
    private const string Make = "make passkey", Use = "use passkey";

    /// <summary>What the browser needs to make a passkey for this person.</summary>
    public async Task<string> OptionsToMake(Person person)
    {
        var made = await handler.MakeCreationOptionsAsync(
            new PasskeyUserEntity { Id = person.Id.ToString(), Name = person.Email!, DisplayName = PersonText.Shown(person.Name, person.Email) }, http.HttpContext!);
        await pending.Keep(Make, made.AttestationState ?? "");
        return made.CreationOptionsJson;
    }

    /// <summary>What the browser needs to offer the passkeys it has for us, whoever sits there.</summary>
    public async Task<string> OptionsToUse()
    {
        var made = await handler.MakeRequestOptionsAsync(null, http.HttpContext!);
        await pending.Keep(Use, made.AssertionState ?? "");
        return made.RequestOptionsJson;
    }

    /// <summary>The passkey that was made for this person; null when the answer is late, or another’s.</summary>
    public async Task<UserPasskeyInfo?> Made(Person person, string credential)
    {
        if (await pending.Take(Make) is not { Length: > 0 } state || credential.Length == 0)
            return null;
        var result = await handler.PerformAttestationAsync(
            new PasskeyAttestationContext { HttpContext = http.HttpContext!, CredentialJson = credential, AttestationState = state });
        return result.Succeeded && result.UserEntity.Id == person.Id.ToString() ? result.Passkey : null;
    }

    /// <summary>Whose passkey answered; null when it is nobody’s here, or late.</summary>
    public async Task<(Person Person, UserPasskeyInfo Passkey)?> Checked(string credential)
    {
        if (await pending.Take(Use) is not { Length: > 0 } state || credential.Length == 0)
            return null;
        var result = await handler.PerformAssertionAsync(
            new PasskeyAssertionContext { HttpContext = http.HttpContext!, CredentialJson = credential, AssertionState = state });
        return result.Succeeded ? (result.User, result.Passkey) : null;
    }
}
