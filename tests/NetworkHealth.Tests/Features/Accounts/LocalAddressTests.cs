using NetworkHealth.Features.Accounts;

namespace NetworkHealth.Tests.Features.Accounts;

/// <summary>Signing in leads to a page of this site, whatever the link said.</summary>
public sealed class LocalAddressTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/cohorts/demo?source=self")]
    [InlineData("/networks/demo/R%2FV#notes")]
    [InlineData("/cohorts?next=//evil.example")]
    [InlineData("/%2Fevil.example")]
    public void A_page_of_this_site_stands(string address) => Assert.Equal(address, LocalAddress.Of(address));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(" /cohorts")]
    [InlineData("cohorts")]
    [InlineData("//evil.example")]
    [InlineData("///evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/a\\..\\..\\/evil.example")]
    [InlineData("/.//evil.example")]
    [InlineData("/..//evil.example")]
    [InlineData("/a/..//evil.example")]
    [InlineData("/%2e//evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\n/evil.example")]
    [InlineData("/a\r\nLocation: https://evil.example")]
    [InlineData("/\0")]
    [InlineData("https://evil.example/")]
    [InlineData("HTTPS:evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("@evil.example")]
    [InlineData("~/cohorts")]
    public void Everything_else_leads_home(string? address) => Assert.Equal("/", LocalAddress.Of(address));
}
