using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;
using NetworkHealth.Features.Accounts;

namespace NetworkHealth.Tests.Security;

/// <summary>What is too large is refused in a sentence before it is read, or as soon as it has become too much.</summary>
public sealed class BodyLimitTests(UploadApp app) : IClassFixture<UploadApp>
{
    private const int Megabyte = 1024 * 1024;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(UploadApp.Plain, Megabyte)]
    [InlineData(UploadApp.Upload, 2 * Megabyte)]
    public async Task What_fits_is_read_and_a_byte_more_is_413(string address, int most)
    {
        var client = await Program(TokenScopes.Import);

        foreach (bool tellsLength in (bool[])[true, false])
        {
            var fits = await client.PostAsync(address, Body(most, tellsLength), Ct);
            Assert.Equal((HttpStatusCode.OK, $"{most}"), (fits.StatusCode, await fits.Content.ReadAsStringAsync(Ct)));

            if (await Refused(client, address, Body(most + 1, tellsLength), tellsLength) is not { } tooLarge)
                continue;
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLarge.StatusCode);
            Assert.Equal("application/problem+json", tooLarge.Content.Headers.ContentType?.MediaType);
            using var json = JsonDocument.Parse(await tooLarge.Content.ReadAsStringAsync(Ct));
            Assert.Equal($"At most {most / Megabyte} MB can be sent here.", json.RootElement.GetProperty("detail").GetString());
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_form_that_is_too_large_gets_a_page_with_a_sentence(bool tellsLength)
    {
        var client = app.CreateClient();
        var form = new FormUrlEncodedContent(
            [.. Html.HiddenFields(await Html.Read(client, "/account/sign-in"), "sign-in"), new("Input.Email", "admin@demo.example"), new("Input.Password", new string('x', Megabyte))]);
        HttpContent body = form;
        if (!tellsLength)
        {
            body = new Unmeasured(await form.ReadAsByteArrayAsync(Ct));
            body.Headers.ContentType = form.Headers.ContentType;
        }

        if (await Refused(client, "/account/sign-in", body, tellsLength) is not { } response)
            return;
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        var page = Html.Parse(await response.Content.ReadAsStringAsync(Ct));
        Assert.Equal("What you sent is too large. A form takes 1 MB, a file 2 MB. Nothing was changed.", page.QuerySelector("main .lede")!.Words());
    }

    [Theory]
    [InlineData(TokenScopes.Read, HttpStatusCode.Forbidden)]
    [InlineData(TokenScopes.Import, HttpStatusCode.OK)]
    [InlineData(TokenScopes.Read | TokenScopes.Import, HttpStatusCode.OK)]
    public async Task Writing_takes_a_token_made_for_it(TokenScopes scopes, HttpStatusCode status)
    {
        var client = await Program(scopes);

        Assert.Equal(status, (await client.PostAsync(UploadApp.Plain, Body(5, true), Ct)).StatusCode);
    }

    [Fact]
    public async Task Writing_never_goes_by_the_cookie()
    {
        var client = app.CreateClient();
        await TestApp.SignIn(client, "admin@demo.example");

        var read = await client.GetAsync(UploadApp.Plain, Ct);
        var written = await client.PostAsync(UploadApp.Plain, Body(5, true), Ct);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (read.StatusCode, written.StatusCode));
        Assert.Equal("Bearer", written.Headers.WwwAuthenticate.ToString());
        Assert.Equal("application/problem+json", written.Content.Headers.ContentType?.MediaType);
    }

    // Who does not say how much it will be may find the connection closed before the answer is read.
    private static async Task<HttpResponseMessage?> Refused(HttpClient client, string address, HttpContent body, bool tellsLength)
    {
        try
        {
            return await client.PostAsync(address, body, Ct);
        }
        catch (HttpRequestException) when (!tellsLength)
        {
            return null;
        }
    }

    private async Task<HttpClient> Program(TokenScopes scopes)
    {
        await using var db = await app.Db();
        var person = await db.Users.SingleAsync(p => p.Email == "admin@demo.example", Ct);
        var client = app.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer",
            await app.Get<Tokens>().Create(Actor.Operator, person.Id, "script", scopes, 1, ct: Ct));
        return client;
    }

    private static HttpContent Body(int length, bool tellsLength) => tellsLength ? new ByteArrayContent(new byte[length]) : new Unmeasured(new byte[length]);

    // Sent in chunks, so that nobody knows beforehand how much it is.
    private sealed class Unmeasured(byte[] bytes) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(bytes, 0, bytes.Length);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
