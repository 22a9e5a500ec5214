using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NetworkHealth.Domain;

namespace NetworkHealth.Data.Configurations;

internal sealed class ChangeConfiguration : IEntityTypeConfiguration<Change>, IEntityTypeConfiguration<AuditHead>, IEntityTypeConfiguration<EntityVersion>
{
    public void Configure(EntityTypeBuilder<Change> change)
    {
        change.ToTable("audit_changes");
        change.HasKey(c => c.Number);
        change.Property(c => c.Number).ValueGeneratedNever();
        change.Property(c => c.Touched).HasMaxLength(Change.TouchedMaxLength);
        change.Property(c => c.Hash).HasMaxLength(64);
        change.HasIndex(c => c.At);
        change.HasIndex(c => new { c.CohortId, c.Number });
        // What the audit page filters by; a page of it is read backwards along the number.
        change.HasIndex(c => new { c.ActorId, c.Number });
        change.HasIndex(c => new { c.Action, c.Number });
        change.HasIndex(c => new { c.Touched, c.Number });
    }

    public void Configure(EntityTypeBuilder<AuditHead> head)
    {
        head.ToTable("audit_head");
        head.Property(h => h.Id).ValueGeneratedNever();
        head.Property(h => h.LastHash).HasMaxLength(64);
        head.HasData(AuditHead.Empty);
    }

    public void Configure(EntityTypeBuilder<EntityVersion> version)
    {
        version.ToTable("versions");
        version.HasKey(v => new { v.EntityId, v.Change });
    }
}
