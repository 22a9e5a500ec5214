using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace NetworkHealth.Tests;

/// <summary>Pages as documents.</summary>
public static class Html
{
    public static async Task<IHtmlDocument> Read(HttpClient client, string address)
    {
        var response = await client.GetAsync(address);
        response.EnsureSuccessStatusCode();
        return Parse(await response.Content.ReadAsStringAsync());
    }

    public static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    /// <summary>The hidden fields of the form that posts under this name, the antiforgery token among them.</summary>
    public static IEnumerable<KeyValuePair<string, string>> HiddenFields(IHtmlDocument page, string form) =>
        page.QuerySelector($"input[name='_handler'][value='{form}']")!.Closest("form")!
            .QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>()
            .Select(field => new KeyValuePair<string, string>(field.Name!, field.Value));

    /// <summary>The text of an element with its white space folded.</summary>
    public static string Words(this IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
