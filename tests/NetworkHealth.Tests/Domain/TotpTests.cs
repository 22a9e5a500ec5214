using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Domain;

/// <summary>Codes as every authenticator app makes them.</summary>
public sealed class TotpTests
{
    // The key of RFC 6238, appendix B, in letters: 12345678901234567890.
    private const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void The_examples_of_the_standard_come_out(long seconds, string code)
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(seconds);

        Assert.Equal(code, Totp.Code(Key, at));
        Assert.Equal(seconds / 30, Totp.StepOf(Key, code, at));
    }

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-30, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public void A_clock_may_be_wrong_by_one_step(int seconds, bool works)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);

        Assert.Equal(works, Totp.StepOf(Key, Totp.Code(Key, now.AddSeconds(seconds)), now) is not null);
    }

    [Fact]
    public void A_new_key_is_one_and_names_its_account_to_the_app()
    {
        string key = Totp.NewKey();

        Assert.True(Totp.IsKey(key));
        Assert.False(Totp.IsKey(key.ToLowerInvariant()));
        Assert.False(Totp.IsKey(key[1..]));
        Assert.Equal($"otpauth://totp/Network%20Health:a%40b.example?secret={key}&issuer=Network%20Health", Totp.Address(key, "Network Health", "a@b.example"));
    }
}
