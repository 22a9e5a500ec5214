using System.Globalization;
using System.Net;
using NetworkHealth.Domain;
using NetworkHealth.Shell.Security;

namespace NetworkHealth.Tests.Security;

/// <summary>Whom to tell about a weakness.</summary>
public sealed class SecurityTextTests(DemoApp app) : IClassFixture<DemoApp>
{
    private const string Address = "/.well-known/security.txt";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("security@example.org", "mailto:security@example.org")]
    [InlineData("https://example.org/security", "https://example.org/security")]
    public async Task It_names_the_contact_and_a_day_within_a_year(string setting, string contact)
    {
        await using var told = app.With(("SecurityContact", setting));

        var response = await told.CreateClient().GetAsync(Address, Ct);

        Assert.Equal("text/plain; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        string[] lines = (await response.Content.ReadAsStringAsync(Ct)).Split('\n');
        Assert.Equal($"Contact: {contact}", lines[0]);
        Assert.StartsWith("Expires: ", lines[1], StringComparison.Ordinal);
        var days = DateTimeOffset.Parse(lines[1]["Expires: ".Length..], CultureInfo.InvariantCulture) - DateTimeOffset.UtcNow;
        Assert.InRange(days.TotalDays, 100, 365);
    }

    [Fact]
    public async Task Without_the_setting_there_is_none()
    {
        await using var silent = app.With(("SecurityContact", ""));

        Assert.Equal(HttpStatusCode.NotFound, (await silent.CreateClient().GetAsync(Address, Ct)).StatusCode);
    }

    [Theory]
    [InlineData("call us")]
    [InlineData("http://example.org")]
    [InlineData("javascript:alert(1)")]
    public void What_is_no_contact_is_told(string setting) => Assert.Throws<DomainRuleException>(() => SecurityText.Contact(setting));
}
