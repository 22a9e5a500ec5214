using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Domain;

public sealed class CycleTests
{
    [Theory]
    [InlineData(null, "2023-12-31", false)]
    [InlineData(null, "2024-01-01", true)]
    [InlineData(null, "2024-12-31", true)]
    [InlineData(null, "2025-01-01", false)]
    [InlineData("2023–24", "2022-12-31", false)]
    [InlineData("2023–24", "2023-01-01", true)]
    [InlineData("2023–24", "2024-12-31", true)]
    [InlineData("2023–24", "2025-01-01", false)]
    public void A_cycle_holds_the_days_of_its_year_and_with_a_label_of_the_year_before(string? label, string day, bool holds) =>
        Assert.Equal(holds, new Cycle(2024, label, IsOpen: true).Holds(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));
}
