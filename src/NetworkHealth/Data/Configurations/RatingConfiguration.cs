using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NetworkHealth.Domain;

namespace NetworkHealth.Data.Configurations;

internal sealed class RatingConfiguration : IEntityTypeConfiguration<Rating>, IEntityTypeConfiguration<Revision>, IEntityTypeConfiguration<EvidenceNote>
{
    public void Configure(EntityTypeBuilder<Rating> rating)
    {
        rating.HasIndex(r => new { r.NetworkId, r.Year, r.Source }).IsUnique();
        rating.HasOne<Network>().WithMany().HasForeignKey(r => r.NetworkId).OnDelete(DeleteBehavior.Restrict);
        rating.HasMany(r => r.Revisions).WithOne().HasForeignKey(r => r.RatingId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Revision> revision)
    {
        revision.HasKey(r => new { r.RatingId, r.Number });
        revision.ComplexProperty(r => r.Answers);
        revision.Property(r => r.FrameworkVersion).HasMaxLength(Revision.FrameworkVersionMaxLength);
        revision.Property(r => r.RatedMonth).HasConversion<MonthAsText>().HasMaxLength(7);
        revision.Property(r => r.Reason).HasMaxLength(Revision.ReasonMaxLength);
        revision.HasMany(r => r.Notes).WithOne().HasForeignKey(n => new { n.RatingId, n.Revision }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<EvidenceNote> note)
    {
        note.ToTable("evidence_notes");
        note.HasKey(n => new { n.RatingId, n.Revision, n.Subject, n.Position });
        note.Property(n => n.Text).HasMaxLength(EvidenceNote.TextMaxLength);
    }
}
