using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NetworkHealth.Domain;

namespace NetworkHealth.Data.Configurations;

internal sealed class KeptFiguresConfiguration : IEntityTypeConfiguration<KeptFigures>
{
    public void Configure(EntityTypeBuilder<KeptFigures> kept)
    {
        kept.ToTable("kept_figures");
        kept.HasIndex(k => new { k.CohortId, k.OwnerId });
        kept.Property(k => k.Name).HasMaxLength(KeptFigures.NameMaxLength);
        kept.Property(k => k.Choices).HasMaxLength(KeptFigures.ChoicesMaxLength);
        kept.Property(k => k.SeenAs).HasMaxLength(4000);
        kept.Property(k => k.RuleVersion).HasMaxLength(20);
        kept.HasOne<Cohort>().WithMany().HasForeignKey(k => k.CohortId).OnDelete(DeleteBehavior.Cascade);
        kept.HasOne<Person>().WithMany().HasForeignKey(k => k.OwnerId).OnDelete(DeleteBehavior.Cascade);
    }
}
