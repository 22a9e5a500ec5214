using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NetworkHealth.Domain;

namespace NetworkHealth.Data.Configurations;

internal sealed class CohortConfiguration : IEntityTypeConfiguration<Cohort>
{
    public void Configure(EntityTypeBuilder<Cohort> cohort)
    {
        cohort.Property(c => c.Slug).HasMaxLength(Code.MaxLength);
        cohort.Property(c => c.Name).HasMaxLength(Cohort.NameMaxLength);
        cohort.Property(c => c.Funder).HasMaxLength(Cohort.NameMaxLength);
        cohort.HasIndex(c => c.Slug).IsUnique();
        cohort.Property(c => c.Display).HasDefaultValue(Display.Aggregates);
        cohort.Property(c => c.IsNamedForResearch).HasDefaultValue(false);
        cohort.OwnsMany(c => c.Cycles, cycle =>
        {
            cycle.ToTable("cycles");
            cycle.WithOwner().HasForeignKey("CohortId");
            cycle.HasKey("CohortId", nameof(Cycle.Year));
            cycle.Property(c => c.Year).ValueGeneratedNever();
            cycle.Property(c => c.Label).HasMaxLength(Cycle.LabelMaxLength);
        }).Navigation(c => c.Cycles).HasField("cycles").UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}
