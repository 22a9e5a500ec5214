using Microsoft.AspNetCore.Identity;

namespace NetworkHealth.Data;

/// <summary>Somebody with an account. The chain of changes holds only the id.</summary>
public sealed class Person : IdentityUser<Guid>
{
    public const int NameMaxLength = 200;

    public Person() => Id = Guid.CreateVersion7();

    /// <summary>What colleagues call them; empty where nobody said.</summary>
    public string Name { get; set; } = "";

    /// <summary>Until when the link of an invitation works; null once it was used.</summary>
    public DateTimeOffset? InvitedUntil { get; set; }

    /// <summary>Since when they can no longer sign in.</summary>
    public DateTimeOffset? DeactivatedAt { get; set; }

    /// <summary>When what identifies them was taken out, for good.</summary>
    public DateTimeOffset? ErasedAt { get; set; }

    /// <summary>Whether they may come in at all.</summary>
    public bool IsActive => DeactivatedAt is null && ErasedAt is null;
}
