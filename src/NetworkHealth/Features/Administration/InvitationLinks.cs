using NetworkHealth.Data;
using NetworkHealth.Features.Accounts;
using NetworkHealth.Shell;

namespace NetworkHealth.Features.Administration;

/// <summary>An invitation: a link that works once, shown to whoever invited so that they can hand it on.</summary>
/// <param name="PersonId">Who is invited.</param>
/// <param name="Link">The one-time link; null when whoever invited must not see it.</param>
/// <param name="Until">How long it works.</param>
/// <param name="Mail">Whether a letter went out.</param>
/// <param name="IsAwaited">Whether somebody invited them before and they have not come in.</param>
public sealed record Invitation(Guid PersonId, string? Link, DateTimeOffset? Until, MailOutcome Mail = MailOutcome.NotConfigured, bool IsAwaited = false);

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
    internal async Task<Invitation> Send(Invitation invitation, string address, bool isBack = false, CancellationToken ct = default)
    {
        if (invitation.Link is null)
            return invitation;
        var (subject, why) = isBack
            ? ("Your way back to NetworkHealth", "An administrator made a link with which you can choose a new password or passkey. Your old ones work until you use it.")
            : ("Your invitation to NetworkHealth", "You are invited to NetworkHealth, where improvement networks keep the yearly judgement of their health.");
        string text = $"""
            {why}

            Open this link to choose a password or a passkey. It works once, until {Times.Minute(invitation.Until!.Value)}:
            {invitation.Link}

            If you did not expect this, tell your administrator, and leave the link unused.
            """;
        return invitation with { Mail = await mail.Send(address, subject, text, ct) };
    }
}
