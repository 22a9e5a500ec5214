using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NetworkHealth.Domain;

namespace NetworkHealth.Data.Configurations;

internal sealed class RevisionConfiguration : IEntityTypeConfiguration<Revision>, IEntityTypeConfiguration<RevisionGrounds>
{
    public void Configure(EntityTypeBuilder<Revision> revision)
    {
        revision.HasKey(r => new { r.NetworkId, r.Year, r.Source, r.Number });
        revision.HasOne<Network>().WithMany().HasForeignKey(r => r.NetworkId).OnDelete(DeleteBehavior.Restrict);
        revision.ComplexProperty(r => r.Answers);
        revision.Property(r => r.FrameworkVersion).HasMaxLength(Revision.FrameworkVersionMaxLength);
        revision.Property(r => r.RatedMonth).HasConversion<MonthAsText>().HasMaxLength(7);
        revision.Property(r => r.Reason).HasMaxLength(Revision.ReasonMaxLength);
        revision.HasMany(r => r.Grounds).WithOne().HasForeignKey(g => new { g.NetworkId, g.Year, g.Source, g.Revision }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<RevisionGrounds> grounds)
    {
        grounds.ToTable("revision_grounds");
        grounds.HasKey(g => new { g.NetworkId, g.Year, g.Source, g.Revision, g.Subject });
    }
}
