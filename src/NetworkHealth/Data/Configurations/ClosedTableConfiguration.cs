using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NetworkHealth.Domain;

namespace NetworkHealth.Data.Configurations;

internal sealed class ClosedTableConfiguration : IEntityTypeConfiguration<ClosedTable>
{
    public void Configure(EntityTypeBuilder<ClosedTable> table)
    {
        table.ToTable("closed_tables");
        table.HasKey(t => new { t.CohortId, t.Year, t.Source, t.Subject, t.Change });
        table.HasOne<Cohort>().WithMany().HasForeignKey(t => t.CohortId).OnDelete(DeleteBehavior.Restrict);
        table.Property(t => t.HidingRule).HasMaxLength(20);
        table.Property(t => t.FrameworkVersions).HasMaxLength(ClosedTable.FrameworkVersionsMaxLength);
    }
}
