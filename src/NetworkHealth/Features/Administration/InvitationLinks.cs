using NetworkHealth.Data;
using NetworkHealth.Features.Accounts;
using NetworkHealth.Shell;

namespace NetworkHealth.Features.Administration;

/// <summary>An invitation: a link that works once, shown to whoever invited so that they can hand it on.</summary>
/// <param name="PersonId">Who is invited.</param>
/// <param name="Link">The one-time link; null when whoever invited must not see it.</param>
/// <param name="Until">How long it works.</param>
/// <param name="Mail">Whether a letter went out.</param>
public sealed record Invitation(Guid PersonId, string? Link, DateTimeOffset? Until, MailOutcome Mail = MailOutcome.NotConfigured);

/// <summary>Makes the one-time links of invitations, the one place that does on these pages, and sends them where a mail server is known.</summary>
public sealed class InvitationLinks(NewAccounts accounts, Mail mail, IConfiguration configuration)
{
    /// <summary>Part of the change that invites: the person's row keeps until when.</summary>
    internal async Task<Invitation> Make(Person person)
    {
        string token = await accounts.Invite(person);
        return new Invitation(person.Id, SetUpLink.Of(configuration, person.Id, token), person.InvitedUntil);
    }

    /// <summary>Once the change stands.</summary>
    internal async Task<Invitation> Send(Invitation invitation, string address, CancellationToken ct)
    {
        if (invitation.Link is null)
            return invitation;
        string text = $"""
            You are invited to NetworkHealth, where improvement networks keep the yearly judgement of their health.

            Open this link to choose a password or a passkey. It works once, until {Times.Minute(invitation.Until!.Value)}:
            {invitation.Link}

            If you did not expect this, do nothing; without the link nobody can sign in under your address.
            """;
        return invitation with { Mail = await mail.Send(address, "Your invitation to NetworkHealth", text, ct) };
    }
}
