using System.Net;
using System.Net.Mail;

namespace NetworkHealth.Shell;

/// <summary>What came of sending a letter.</summary>
public enum MailOutcome
{
    NotConfigured,
    Sent,
    Failed,
}

/// <summary>
/// Sends letters by the server that the settings name: <c>Smtp:Host</c>, <c>Port</c>, <c>User</c>, <c>Password</c>, <c>From</c>,
/// <c>StartTls</c>. Without a host nothing is sent, and whoever asked hands the text on.
/// </summary>
public sealed class Mail(IConfiguration configuration, ILogger<Mail> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly IConfigurationSection smtp = configuration.GetSection("Smtp");

    private bool IsConfigured => !string.IsNullOrWhiteSpace(smtp["Host"]);

    /// <summary>Sends plain text; never throws for what the other server says.</summary>
    public async Task<MailOutcome> Send(string to, string subject, string text, CancellationToken ct = default)
    {
        if (!IsConfigured)
            return MailOutcome.NotConfigured;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            using var client = new SmtpClient(smtp["Host"], smtp.GetValue("Port", 587)) { EnableSsl = smtp.GetValue("StartTls", true) };
            if (smtp["User"] is { Length: > 0 } user)
                client.Credentials = new NetworkCredential(user, smtp["Password"]);
            using var letter = new MailMessage(smtp["From"] is { Length: > 0 } from ? from : $"networkhealth@{smtp["Host"]}", to, subject, text);
            await client.SendMailAsync(letter, patience.Token);
            return MailOutcome.Sent;
        }
        catch (Exception failed) when (failed is SmtpException or FormatException or InvalidOperationException or IOException or OperationCanceledException)
        {
            // Never the address: a refusal may repeat it.
            logger.LogError("A letter could not be sent by {Host}: {Failure}", smtp["Host"], failed is SmtpException refused ? refused.StatusCode : failed.GetType().Name);
            return MailOutcome.Failed;
        }
    }
}
