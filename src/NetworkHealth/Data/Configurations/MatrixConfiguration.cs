using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NetworkHealth.Domain;

namespace NetworkHealth.Data.Configurations;

internal sealed class MatrixConfiguration : IEntityTypeConfiguration<MatrixCell>, IEntityTypeConfiguration<PlanEntry>, IEntityTypeConfiguration<ObservedEntry>, IEntityTypeConfiguration<HubStrategy>
{
    public void Configure(EntityTypeBuilder<MatrixCell> cell)
    {
        cell.ToTable("matrix_cells");
        cell.Ignore(c => c.Place);
        cell.HasIndex(c => new { c.NetworkId, c.Dimension, c.Level }).IsUnique();
        cell.HasOne<Network>().WithMany().HasForeignKey(c => c.NetworkId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PlanEntry> entry)
    {
        entry.ToTable("plan_entries");
        entry.Ignore(e => e.Place);
        entry.HasIndex(e => new { e.NetworkId, e.Number }).IsUnique();
        entry.Property(e => e.Edition).IsConcurrencyToken();
        entry.HasOne<Network>().WithMany().HasForeignKey(e => e.NetworkId).OnDelete(DeleteBehavior.Cascade);
        entry.ComplexProperty(e => e.Plan, plan =>
        {
            plan.Property(p => p.Statement).HasMaxLength(Plan.StatementMaxLength);
            plan.Property(p => p.Strategies).HasConversion<int>();
            plan.Property(p => p.Responsible).HasMaxLength(Plan.WordsMaxLength);
            plan.Property(p => p.ChampionRole).HasMaxLength(Plan.WordsMaxLength);
            plan.Property(p => p.StructureUsed).HasMaxLength(Plan.WordsMaxLength);
            plan.Property(p => p.ArtefactAddress).HasMaxLength(Plan.AddressMaxLength);
            plan.Property(p => p.Risks).HasMaxLength(Plan.RisksMaxLength);
            plan.Property(p => p.CopiedFrom).HasMaxLength(Plan.WordsMaxLength);
            plan.Property(p => p.WouldItWorkHere).HasMaxLength(Plan.RisksMaxLength);
            plan.Property(p => p.WhatWouldWeChange).HasMaxLength(Plan.RisksMaxLength);
        });
    }

    public void Configure(EntityTypeBuilder<ObservedEntry> entry)
    {
        entry.ToTable("observed_entries");
        entry.Ignore(e => e.Place);
        entry.HasIndex(e => new { e.NetworkId, e.Number }).IsUnique();
        entry.Property(e => e.Edition).IsConcurrencyToken();
        entry.HasOne<Network>().WithMany().HasForeignKey(e => e.NetworkId).OnDelete(DeleteBehavior.Cascade);
        entry.ComplexProperty(e => e.Observation, observation =>
        {
            observation.Property(o => o.Statement).HasMaxLength(Observation.StatementMaxLength);
            observation.Property(o => o.Strategies).HasConversion<int>();
            observation.Property(o => o.Evidence).HasMaxLength(Observation.EvidenceMaxLength);
        });
    }

    public void Configure(EntityTypeBuilder<HubStrategy> strategy)
    {
        strategy.ToTable("hub_strategies");
        strategy.Ignore(s => s.Places);
        strategy.HasIndex(s => s.NetworkId);
        strategy.Property(s => s.Name).HasMaxLength(HubStrategy.NameMaxLength);
        strategy.Property(s => s.Strategies).HasConversion<int>();
        strategy.Property(s => s.Story).HasMaxLength(HubStrategy.StoryMaxLength);
        strategy.Property(s => s.Cells).HasMaxLength(HubStrategy.CellsMaxLength);
        strategy.Property(s => s.Edition).IsConcurrencyToken();
        strategy.HasOne<Network>().WithMany().HasForeignKey(s => s.NetworkId).OnDelete(DeleteBehavior.Cascade);
    }
}
