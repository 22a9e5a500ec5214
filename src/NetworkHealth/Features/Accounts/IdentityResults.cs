using Microsoft.AspNetCore.Identity;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Accounts;

/// <summary>What Identity answers, as a rule that was broken: none of its answers may be passed over while a change is committed.</summary>
internal static class IdentityResults
{
    private const string Meanwhile = "This account was changed somewhere else in the same moment. Look at how it stands now, then try again.";

    /// <exception cref="DomainRuleException">It did not succeed.</exception>
    public static async Task MustSucceed(this Task<IdentityResult> result)
    {
        if (await result is { Succeeded: false } failed)
            throw new DomainRuleException(failed.Errors.Any(error => error.Code == "ConcurrencyFailure")
                ? Meanwhile
                // The address is the user name, and both say so.
                : string.Join(" ", failed.Errors.Where(error => error.Code != "DuplicateUserName").Select(error => error.Description)));
    }
}
