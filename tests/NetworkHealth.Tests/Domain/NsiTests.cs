using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Domain;

/// <summary>What is expected of a network for school improvement, held against what its profile counts.</summary>
public sealed class NsiTests
{
    [Theory]
    [InlineData(true, 9, "The profile counts nine schools of any kind, and says that ten or more of them are secondary schools.")]
    [InlineData(true, 10, null)]
    [InlineData(false, 10, "The profile counts ten schools of any kind, and says that fewer than ten of them are secondary schools.")]
    [InlineData(false, 14, "The profile counts 14 schools of any kind, and says that fewer than ten of them are secondary schools.")]
    [InlineData(false, 9, null)]
    [InlineData(null, 14, null)]
    [InlineData(true, null, null)]
    [InlineData(false, null, null)]
    public void The_schools_that_are_counted_should_go_with_what_is_said(bool? ten, int? schools, string? warning)
    {
        var warnings = NsiCriterion.Warnings(new NetworkProfile { NsiTenSchools = ten, Schools = schools });

        Assert.Equal(warning is null ? [] : [warning], warnings.Where(said => !said.StartsWith("Not met:", StringComparison.Ordinal)));
        Assert.Equal(ten == false, warnings.Contains("Not met: it has ten secondary schools or more."));
    }

    [Fact]
    public void The_hub_stands_on_one_line() =>
        Assert.Equal("The name of the hub organisation stands on one line. Take out its line breaks and tabs.",
            Assert.Throws<DomainRuleException>(() => new Network(Guid.NewGuid(), "A", "A").Describe(new NetworkProfile { HubOrganisation = "a\nb" })).Message);
}
