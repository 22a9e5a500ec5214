using System.Web;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;
using NetworkHealth.Features.Accounts;
using NetworkHealth.Features.Administration;
using NetworkHealth.Features.Demo;
using NetworkHealth.Shell;

namespace NetworkHealth.Tests.Features.Administration;

/// <summary>Inviting people: an account, a role and a link that works, sent where a mail server is known.</summary>
public sealed class InvitationsTests(TestApp app) : IClassFixture<TestApp>, IAsyncLifetime
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Assert.Empty((await app.Import("network_code,2021\nA,2\n", "delta")).Problems);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Somebody_invited_chooses_a_password_by_the_link_and_the_chain_knows_no_address()
    {
        var invitation = await Invite(" Ada Lovelace ", " Ada@Example.org ");

        var query = HttpUtility.ParseQueryString(new Uri(invitation.Link!).Query);
        Assert.Equal(MailOutcome.NotConfigured, invitation.Mail);
        Assert.Equal(PersonState.Invited, (await Person(invitation.PersonId)).State);
        Assert.StartsWith("invited until ", (await Person(invitation.PersonId)).StateWords(DateTimeOffset.UtcNow), StringComparison.Ordinal);
        await Somebody.InScope(app, async (Invitations invitations) =>
        {
            await invitations.ChoosePassword(new InvitationLink(query["person"], query["token"]), DemoData.Password, Ct);
            return true;
        });
        await app.SignedIn("ada@example.org");
        var person = await Person(invitation.PersonId);
        Assert.Equal(("Ada Lovelace", "Ada@Example.org", PersonState.Active, "evaluator of delta"), (person.Name, person.Address, person.State, Assert.Single(person.Roles).ToString()));
        await using var db = await app.Db();
        var change = await db.Changes.SingleAsync(c => c.Action == ChangeAction.PersonInvited && c.Touched == $"person:{invitation.PersonId}", Ct);
        Assert.Equal((await db.Cohorts.SingleAsync(c => c.Slug == "delta", Ct)).Id, change.CohortId);
        Assert.DoesNotContain("ada", change.Details, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, await db.Changes.CountAsync(c => c.Action == ChangeAction.PersonInvited && c.Touched == $"person:{invitation.PersonId}", Ct));
    }

    [Theory]
    [InlineData("josé@exämple.org")]
    [InlineData("o'brien+\"x\"@example.org")]
    [InlineData("दीपक@example.org")]
    public async Task An_address_of_any_script_is_kept_or_refused_and_never_stored_wrongly(string address)
    {
        try
        {
            var invitation = await Invite("Somebody", address);
            Assert.Equal(address, (await Person(invitation.PersonId)).Address);
        }
        catch (DomainRuleException refused)
        {
            Assert.EndsWith("is not an e-mail address, such as ada@example.org.", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_cannot_be_an_address_or_name_is_told_and_nobody_is_made()
    {
        string before = await Fingerprint.Of(app);

        Assert.Equal("Type the e-mail address to sign in with.", await Refused(" "));
        Assert.Equal("“nobody” is not an e-mail address, such as ada@example.org.", await Refused("nobody"));
        Assert.Equal("“Ada<a@example.org>” is not an e-mail address, such as ada@example.org.", await Refused("Ada<a@example.org>"));
        Assert.Equal("This address holds a space or a character that cannot be seen. Type it instead of pasting it.", await Refused("\u200Fada@example.org"));
        Assert.Equal("This address holds a space or a character that cannot be seen. Type it instead of pasting it.", await Refused("a da@example.org"));
        Assert.Equal("This address has 300 characters; 256 fit. Shorten it, and it is saved.", await Refused(new string('a', 288) + "@example.org"));
        Assert.Equal("This address holds a character that cannot be stored. Type the place anew instead of pasting it.", await Refused("a\uDC00@example.org"));
        Assert.Equal("Say what the person is called.", await Somebody.Refused(() => Invite("", "fine@example.org")));
        Assert.Equal("There is no cohort gone.", await Somebody.Refused(() => Invite("Bo", "bo@example.org", "gone")));
        Assert.Equal(before, await Fingerprint.Of(app));

        Task<string> Refused(string address) => Somebody.Refused(() => Invite("Bo", address));
    }

    [Fact]
    public async Task Who_has_an_account_is_not_invited_twice_but_a_lost_link_is_made_anew()
    {
        var first = await Invite("Bea", "bea@example.org");

        Assert.Equal("There is an account for this address already. Look for it in the list of people, and give it the role there.",
            await Somebody.Refused(() => Invite("Bea", "BEA@example.org")));
        var again = await Somebody.InScope(app, async (PersonInvitations i) => await i.Again(Actor.Operator, first.PersonId, await Somebody.EditionOf(app, first.PersonId), Ct));

        Assert.Equal(first.PersonId, again.PersonId);
        Assert.NotNull(again.Link);
        await using var db = await app.Db();
        Assert.Equal(2, await db.Changes.CountAsync(c => c.Action == ChangeAction.PersonInvited && c.Touched == $"person:{first.PersonId}", Ct));
    }

    [Theory]
    [InlineData(false, MailOutcome.Sent)]
    [InlineData(true, MailOutcome.Failed)]
    public async Task A_letter_goes_out_where_a_mail_server_is_set_up_and_its_failure_harms_nothing(bool refuses, MailOutcome outcome)
    {
        using var server = new MailServer(refuses);
        await using var mailing = new MailingApp(server.Port);
        await mailing.InitializeAsync();
        Assert.Empty((await mailing.Import("network_code,2021\nA,2\n", "delta")).Problems);

        var invitation = await Somebody.InScope(mailing, (PersonInvitations i) => i.Invite(Actor.Operator, "Cy", "cy@example.org", Role.Funder, new RoleScope("delta"), Ct));

        Assert.Equal(outcome, invitation.Mail);
        Assert.NotNull(invitation.Link);
        Assert.Equal(refuses ? 0 : 1, server.Letters.Count);
        Assert.All(server.Letters, letter => Assert.Contains("To: cy@example.org", letter, StringComparison.Ordinal));
        Assert.DoesNotContain(mailing.Log.Lines, line => line.Contains("cy@example.org", StringComparison.Ordinal));
    }

    private Task<Invitation> Invite(string name, string address, string cohort = "delta") =>
        Somebody.InScope(app, (PersonInvitations i) => i.Invite(Actor.Operator, name, address, Role.Evaluator, new RoleScope(cohort), Ct));

    private async Task<PersonRow> Person(Guid id) => (await app.Get<People>().Read(Actor.Operator, id, Ct))!.Person;

    private sealed class MailingApp(int port) : TestApp
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Smtp:Host", "127.0.0.1");
            builder.UseSetting("Smtp:Port", port.ToString(System.Globalization.CultureInfo.InvariantCulture));
            builder.UseSetting("Smtp:StartTls", "false");
            builder.UseSetting("Smtp:From", "networkhealth@example.org");
        }
    }
}
