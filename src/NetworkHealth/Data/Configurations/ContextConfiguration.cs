using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NetworkHealth.Domain;

namespace NetworkHealth.Data.Configurations;

internal sealed class ContextConfiguration : IEntityTypeConfiguration<ContextEntry>, IEntityTypeConfiguration<Team>, IEntityTypeConfiguration<TeamYear>
{
    public void Configure(EntityTypeBuilder<ContextEntry> entry)
    {
        entry.ToTable("context_entries");
        entry.Ignore(e => e.IsSaid);
        entry.HasIndex(e => new { e.NetworkId, e.Year, e.Item }).IsUnique();
        entry.Property(e => e.Item).HasMaxLength(40);
        entry.Property(e => e.Value).HasMaxLength(20);
        entry.Property(e => e.Note).HasMaxLength(ContextEntry.NoteMaxLength);
        entry.Property(e => e.Edition).IsConcurrencyToken();
        entry.HasOne<Network>().WithMany().HasForeignKey(e => e.NetworkId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Team> team)
    {
        team.ToTable("teams");
        team.HasIndex(t => new { t.NetworkId, t.Code }).IsUnique();
        team.Property(t => t.Code).HasMaxLength(Code.MaxLength);
        team.Property(t => t.Name).HasMaxLength(Team.NameMaxLength);
        team.Property(t => t.Edition).IsConcurrencyToken();
        team.HasOne<Network>().WithMany().HasForeignKey(t => t.NetworkId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<TeamYear> year)
    {
        year.ToTable("team_years");
        year.HasIndex(y => new { y.TeamId, y.Year }).IsUnique();
        year.ComplexProperty(y => y.Traction, traction => traction.Ignore(t => t.Stage));
        year.Property(y => y.Edition).IsConcurrencyToken();
        year.HasOne<Team>().WithMany().HasForeignKey(y => y.TeamId).OnDelete(DeleteBehavior.Cascade);
    }
}
