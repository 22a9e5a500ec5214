using System.Net;
using AngleSharp.Html.Dom;

namespace NetworkHealth.Tests.Pages;

/// <summary>Setting another label beside the rule's, from the quiet link to both labels on the page and back.</summary>
public sealed class OwnLabelPageTests(DemoApp app) : IClassFixture<DemoApp>
{
    private const string Trajectory = "/networks/demo/RIV/trajectory";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_leader_sets_changes_and_withdraws_a_label_and_others_only_read_it()
    {
        const string Form = $"{Trajectory}/label?subject=NC&source=self";
        var leader = await app.SignedIn("leader@demo.example");
        var before = await Html.Read(leader, Trajectory);
        Assert.Equal(7, before.QuerySelectorAll("main a.quiet").Length);
        Assert.Equal("Set another label of Network connections", before.QuerySelector($"a[href='{Form}']")!.Words());

        var page = await Html.Read(leader, Form);
        Assert.Equal("Network connections: the rule says Much improved", page.QuerySelector("h1")!.Words());
        Assert.Equal(["Declined", "Improved", "ConsistentStrength", "Stagnant"], page.QuerySelectorAll("input[type=radio]").Cast<IHtmlInputElement>().Select(radio => radio.Value));
        var set = await Post(leader, Form, page, "label", ("Input.Label", "Improved"), ("Input.Reason", "The ties are new.\r\nAsk <b>again</b> in a year."));
        Assert.Equal((HttpStatusCode.Redirect, $"http://localhost{Trajectory}?source=self"), (set.StatusCode, new Uri(new Uri("http://localhost"), set.Headers.Location!).ToString()));

        foreach (string reader in (string[])["leader@demo.example", "member@demo.example", "admin@demo.example"])
        {
            var read = await Html.Read(await app.SignedIn(reader), Trajectory);
            var domain = read.QuerySelectorAll("article.multiple").Single(article => article.QuerySelector("h3")!.Words() == "Network connections");
            Assert.Equal("Much improved", domain.QuerySelector(".verdict")!.Words());
            Assert.Equal("The hub calls it Improved: The ties are new. Ask <b>again</b> in a year.", domain.QuerySelector(".beside")!.Words());
            Assert.Equal(reader == "leader@demo.example", read.QuerySelector("main a.quiet") is not null);
            Assert.Contains("Much improvedThe hub calls it Improved.", string.Concat(read.QuerySelectorAll("td.story").Select(cell => cell.Words())), StringComparison.Ordinal);
        }

        var evaluator = await Html.Read(await app.SignedIn("evaluator@demo.example"), Trajectory);
        Assert.DoesNotContain("The hub calls it", evaluator.Body!.Words(), StringComparison.Ordinal);

        page = await Html.Read(leader, Form);
        Assert.Equal("Improved", page.QuerySelectorAll("input[type=radio]").Cast<IHtmlInputElement>().Single(radio => radio.IsChecked).Value);
        Assert.Equal("The hub calls it Improved", page.QuerySelector("#withdraw")!.Words());
        Assert.Equal(HttpStatusCode.Redirect, (await Post(leader, Form, page, "withdraw")).StatusCode);
        Assert.DoesNotContain("The hub calls it", (await Html.Read(leader, Trajectory)).Body!.Words(), StringComparison.Ordinal);
        Assert.Equal("There is no label of your own here.", Problem(await Read(await Post(leader, Form, page, "withdraw"))));
    }

    [Fact]
    public async Task What_is_missing_or_too_long_is_told_beside_its_field_and_nothing_is_lost()
    {
        const string Form = $"{Trajectory}/label?subject=HL&source=self";
        var leader = await app.SignedIn("leader@demo.example");
        var page = await Html.Read(leader, Form);
        string tooLong = new('a', 1001);

        var empty = await Read(await Post(leader, Form, page, "label"));
        var full = await Read(await Post(leader, Form, page, "label", ("Input.Label", "Stagnant"), ("Input.Reason", tooLong)));
        var junk = await Read(await Post(leader, Form, page, "label", ("Input.Label", "NotEnoughData"), ("Input.Reason", "Because.")));

        Assert.Equal("Choose the label that fits better.", empty.QuerySelector("#label-problem")!.Words());
        Assert.Equal("Say in a sentence why another label fits better.", empty.QuerySelector("#reason-problem")!.Words());
        Assert.Equal("This reason has 1,001 characters; 1,000 fit. Shorten it, and it is saved.", full.QuerySelector("#reason-problem")!.Words());
        Assert.Equal(tooLong, full.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal("Stagnant", full.QuerySelectorAll("input[type=radio]").Cast<IHtmlInputElement>().Single(radio => radio.IsChecked).Value);
        Assert.Equal("Choose the label that fits better.", junk.QuerySelector("#label-problem")!.Words());
    }

    [Fact]
    public async Task A_label_that_lapsed_is_told_to_those_who_may_set_one()
    {
        const string Form = "/networks/demo/RIV/trajectory/label?subject=CX&source=external";
        var evaluator = await app.SignedIn("evaluator@demo.example");
        var page = await Html.Read(evaluator, Form);
        Assert.Equal("Contexts for improvement: the rule says Stagnant", page.QuerySelector("h1")!.Words());
        Assert.Equal(HttpStatusCode.Redirect, (await Post(evaluator, Form, page, "label", ("Input.Label", "Declined"), ("Input.Reason", "Two districts left."))).StatusCode);

        await app.Import("network_code,year,subject,level\nRIV,2026,CX,4\n", "demo", NetworkHealth.Domain.RatingSource.External);
        var stale = await Read(await Post(evaluator, Form, page, "label", ("Input.Label", "Declined"), ("Input.Reason", "Two districts left.")));
        var trajectory = await Html.Read(evaluator, Trajectory);
        var hub = await Html.Read(await app.SignedIn("leader@demo.example"), $"{Trajectory}?source=external");

        const string Lapsed = "Your label Declined has lapsed. It stood beside Stagnant; after a later rating the rule says Improved. Your reason was: Two districts left.";
        Assert.Equal("A rating came while you wrote: the rule says Improved now, not Stagnant. Read it again, then decide.", Problem(stale));
        Assert.Equal("Improved", stale.QuerySelector("input[name='Input.Rule']")!.GetAttribute("value"));
        Assert.Equal(Lapsed, trajectory.QuerySelector("article .notice")!.Words());
        Assert.DoesNotContain("Declined has lapsed", hub.Body!.Words(), StringComparison.Ordinal);
        Assert.Equal("Your label has lapsed", (await Html.Read(evaluator, Form)).QuerySelector("#withdraw")!.Words());
    }

    [Fact]
    public async Task Somebody_without_the_right_cannot_post_either()
    {
        var leader = await app.SignedIn("leader@demo.example");
        var page = await Html.Read(leader, $"{Trajectory}/label?source=self");
        var member = await app.SignedIn("member@demo.example");
        var own = await Html.Read(member, Trajectory);

        string token = own.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (string address in (string[])[$"{Trajectory}/label?source=self", "/networks/demo/nobody/trajectory/label?source=self"])
        {
            var response = await member.PostAsync(address, new FormUrlEncodedContent(
            [
                new("_handler", "label"), new("Input.Label", "Declined"), new("Input.Reason", "Because."), new("Input.Rule", "MuchImproved"), new("__RequestVerificationToken", token),
            ]), Ct);
            // Sent back to the page, which is not theirs either.
            Assert.Equal((HttpStatusCode.SeeOther, $"{address}&late=1"), (response.StatusCode, response.Headers.Location?.OriginalString));
            Assert.Equal(HttpStatusCode.NotFound, (await member.GetAsync(address, Ct)).StatusCode);
        }

        Assert.Equal("Overall: the rule says Much improved", page.QuerySelector("h1")!.Words());
        Assert.DoesNotContain("The hub calls it Declined", (await Html.Read(leader, Trajectory)).Body!.Words(), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> Post(HttpClient client, string address, IHtmlDocument page, string form, params (string Name, string Value)[] fields) =>
        client.PostAsync(address, new FormUrlEncodedContent(
            [.. Html.HiddenFields(page, form), .. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))]), Ct);

    private static async Task<IHtmlDocument> Read(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return Html.Parse(await response.Content.ReadAsStringAsync(Ct));
    }

    private static string Problem(IHtmlDocument page) => page.QuerySelector("[role=alert]")!.Words();
}
