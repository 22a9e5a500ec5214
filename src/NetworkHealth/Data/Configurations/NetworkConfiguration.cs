using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NetworkHealth.Domain;

namespace NetworkHealth.Data.Configurations;

internal sealed class NetworkConfiguration : IEntityTypeConfiguration<Network>
{
    public void Configure(EntityTypeBuilder<Network> network)
    {
        network.Property(n => n.Code).HasMaxLength(Code.MaxLength);
        network.Property(n => n.Name).HasMaxLength(Network.NameMaxLength);
        network.HasIndex(n => new { n.CohortId, n.Code }).IsUnique();
        network.Property(n => n.Sharing).HasDefaultValue(Sharing.Trajectory);
        network.Property(n => n.IsKeptFromResearch).HasDefaultValue(false);
        network.Property(n => n.IsArchived).HasDefaultValue(false);
        network.HasOne<Cohort>().WithMany().HasForeignKey(n => n.CohortId).OnDelete(DeleteBehavior.Restrict);
        network.ComplexProperty(n => n.Profile, profile =>
        {
            profile.Property(p => p.HubOrganisation).HasMaxLength(NetworkProfile.OrganisationMaxLength);
            profile.Property(p => p.Aim).HasMaxLength(NetworkProfile.AimMaxLength);
        });
    }
}
