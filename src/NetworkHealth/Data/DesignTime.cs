using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace NetworkHealth.Data;

/// <summary>How <c>dotnet ef</c> makes the contexts; it connects to neither database.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<PostgresDb>, IDesignTimeDbContextFactory<SqliteDb>
{
    PostgresDb IDesignTimeDbContextFactory<PostgresDb>.CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql("Host=design-time").Options);

    SqliteDb IDesignTimeDbContextFactory<SqliteDb>.CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=design-time").Options);
}
