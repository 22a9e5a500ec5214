using Microsoft.AspNetCore.Identity;

namespace NetworkHealth.Data;

/// <summary>Somebody with an account. The chain of changes holds only the id.</summary>
public sealed class Person : IdentityUser<Guid>
{
    public Person() => Id = Guid.CreateVersion7();
}
