using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NetworkHealth.Domain;

namespace NetworkHealth.Data.Configurations;

internal sealed class DraftConfiguration : IEntityTypeConfiguration<Draft>, IEntityTypeConfiguration<DraftEntry>, IEntityTypeConfiguration<OwnLabel>
{
    public void Configure(EntityTypeBuilder<Draft> draft)
    {
        draft.HasKey(d => new { d.NetworkId, d.Year, d.Source });
        draft.Ignore(d => d.Missing);
        draft.Ignore(d => d.Answers);
        draft.HasOne<Network>().WithMany().HasForeignKey(d => d.NetworkId).OnDelete(DeleteBehavior.Restrict);
        draft.Property(d => d.FrameworkVersion).HasMaxLength(Revision.FrameworkVersionMaxLength);
        draft.Property(d => d.Reason).HasMaxLength(Revision.ReasonMaxLength);
        draft.HasMany(d => d.Entries).WithOne().HasForeignKey(e => new { e.NetworkId, e.Year, e.Source }).OnDelete(DeleteBehavior.Cascade);
        draft.Navigation(d => d.Entries).HasField("entries").UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    public void Configure(EntityTypeBuilder<DraftEntry> entry)
    {
        entry.HasKey(e => new { e.NetworkId, e.Year, e.Source, e.Subject });
        entry.Ignore(e => e.Judgement);
        entry.Property(e => e.Subject).ValueGeneratedNever();
        entry.Property(e => e.Version).IsConcurrencyToken();
        entry.Property(e => e.Tab).HasMaxLength(DraftSaves.TabMaxLength);
    }

    public void Configure(EntityTypeBuilder<OwnLabel> label)
    {
        label.HasIndex(l => new { l.NetworkId, l.Source, l.Subject }).IsUnique();
        label.HasOne<Network>().WithMany().HasForeignKey(l => l.NetworkId).OnDelete(DeleteBehavior.Restrict);
        label.Property(l => l.Reason).HasMaxLength(OwnLabel.ReasonMaxLength);
        label.Property(l => l.RuleVersion).HasMaxLength(20);
        label.Property(l => l.HasLapsed).HasDefaultValue(false);
    }
}
