using System.Net.Mime;

namespace NetworkHealth.Shell;

/// <summary>
/// Sends pages compressed: a table of fifty networks is a hundred kilobytes of markup, and a dozen on the way. Over HTTPS too, where the size of an
/// answer could tell a secret in it to whoever makes a reader ask for it again and again: cookies are not sent with what other sites embed, and
/// the token of a form is another one in each answer. Files go as they are.
/// </summary>
internal static class Compression
{
    public static void AddCompression(this IServiceCollection services) => services.AddResponseCompression(pages =>
    {
        pages.EnableForHttps = true;
        pages.MimeTypes = [MediaTypeNames.Text.Html];
    });
}
