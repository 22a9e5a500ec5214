namespace NetworkHealth.Shell.Security;

/// <summary>What is counted together.</summary>
public enum LimitedUse
{
    /// <summary>A form is posted that asks for a password, a code or a one-time link, or for an address that may have an account.</summary>
    SignIn,

    /// <summary>A program asks; everything under <c>/api</c> counts as this unless said otherwise.</summary>
    Api,

    /// <summary>Data is taken away.</summary>
    Export,
}

/// <summary>On a page or endpoint: how often it may be asked, see <see cref="Limits"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LimitedAttribute(LimitedUse use) : Attribute
{
    public LimitedUse Use { get; } = use;
}
