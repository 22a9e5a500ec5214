using System.Net;
using AngleSharp.Html.Dom;

namespace NetworkHealth.Tests.Pages;

/// <summary>Posts the forms of pages as a browser does, and reads what comes back.</summary>
internal static class Forms
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static Task<HttpResponseMessage> Post(HttpClient client, string address, IHtmlDocument page, string form, params (string Name, string Value)[] fields) =>
        client.PostAsync(address, new FormUrlEncodedContent(
            [.. Html.HiddenFields(page, form), .. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))]), Ct);

    public static async Task<IHtmlDocument> Read(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return Html.Parse(await response.Content.ReadAsStringAsync(Ct));
    }

    public static async Task Redirects(HttpResponseMessage response, string address)
    {
        if (response.StatusCode == HttpStatusCode.OK)
            Assert.Fail(Html.Parse(await response.Content.ReadAsStringAsync(Ct)).QuerySelector("main")!.Words());
        Assert.Equal((HttpStatusCode.Redirect, $"http://localhost{address}?saved=1"), (response.StatusCode, new Uri(new Uri("http://localhost"), response.Headers.Location!).AbsoluteUri));
    }

    public static string Value(IHtmlDocument page, string name) => page.QuerySelector($"[name='{name}']") switch
    {
        IHtmlSelectElement select => select.Value!,
        IHtmlInputElement input => input.Value,
        _ => "",
    };

    public static string Problem(IHtmlDocument page) => page.QuerySelector("[role=alert]")!.Words();
}
