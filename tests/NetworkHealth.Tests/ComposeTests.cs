using Xunit.Sdk;

namespace NetworkHealth.Tests;

/// <summary>What <c>docker compose up</c> starts, in which order, and what it opens to the network.</summary>
public sealed class ComposeTests
{
    private static readonly string Compose = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Repository", "docker-compose.yml"));

    [Fact]
    public void The_database_comes_up_then_the_migration_then_the_web_application() => Check(Compose);

    [Theory]
    [InlineData("127.0.0.1:5080:8080", "5080:8080")]
    [InlineData("127.0.0.1:5080:8080", "0.0.0.0:5080:8080")]
    [InlineData("image: postgres:17", "image: postgres:latest")]
    [InlineData("image: postgres:17", "image: postgres")]
    [InlineData("condition: service_healthy", "condition: service_started")]
    [InlineData("condition: service_completed_successfully", "condition: service_started")]
    [InlineData("      migrate:\n", "      postgres:\n")]
    [InlineData("- postgres-data:/var/lib/postgresql/data", "- ./data:/var/lib/postgresql/data")]
    [InlineData("\n  postgres-data:\n", "\n  other-data:\n")]
    [InlineData("pg_isready -U networkhealth -d networkhealth", "true")]
    [InlineData("[\"CMD\", \"networkhealth\", \"healthy\"]", "[\"NONE\"]")]
    [InlineData("command: [\"migrate\"]", "command: [\"audit\", \"verify\"]")]
    [InlineData("${POSTGRES_PASSWORD:?set POSTGRES_PASSWORD in .env}", "secret")]
    [InlineData("Host=postgres;", "Host=localhost;")]
    [InlineData("      KnownProxies: ${KNOWN_PROXIES:-10.231.57.1}\n", "      ASPNETCORE_FORWARDEDHEADERS_ENABLED: \"true\"\n")]
    [InlineData("restart: \"no\"", "restart: always")]
    [InlineData("    ports:\n", "    ports:\n      - \"127.0.0.1:5432:5432\"\n")]
    [InlineData("    image: postgres:17\n", "    image: postgres:17\n    ports:\n      - \"5432:5432\"\n")]
    [InlineData("environment: *environment", "environment: {}")]
    public void A_wrong_composition_is_noticed(string right, string wrong)
    {
        Assert.Contains(right, Compose, StringComparison.Ordinal);
        Assert.ThrowsAny<XunitException>(() => Check(Compose.Replace(right, wrong, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_image_is_built_from_a_file_of_the_repository()
    {
        string dockerfile = Assert.Single(Yaml.Read(Compose)["services.migrate.build.dockerfile"]);

        Assert.True(File.Exists(Path.Combine(Repository.Root, dockerfile)), $"There is no {dockerfile}.");
    }

    private static void Check(string compose)
    {
        var yaml = Yaml.Read(compose);
        string One(string path) => Assert.Single(yaml[path]);

        Assert.Equal(["postgres", "migrate", "web"], yaml.Keys("services"));
        Assert.Equal("postgres:17", One("services.postgres.image"));
        Assert.Equal(["networkhealth", "networkhealth"], [One("services.migrate.image"), One("services.web.image")]);
        Assert.Equal(".", One("services.migrate.build.context"));
        Assert.Equal("[\"migrate\"]", One("services.migrate.command"));

        Assert.Equal(["127.0.0.1:5080:8080"], yaml["services.web.ports"]);
        Assert.Empty(yaml["services.postgres.ports"]);
        Assert.Empty(yaml["services.migrate.ports"]);

        Assert.Equal(["postgres-data:/var/lib/postgresql/data"], yaml["services.postgres.volumes"]);
        Assert.Equal(["exchange:/exchange"], yaml["services.web.volumes"]);
        Assert.Equal(["postgres-data", "exchange"], yaml.Keys("volumes"));

        Assert.Equal("[\"CMD-SHELL\", \"pg_isready -U networkhealth -d networkhealth\"]", One("services.postgres.healthcheck.test"));
        Assert.Equal("[\"CMD\", \"networkhealth\", \"healthy\"]", One("services.web.healthcheck.test"));

        Assert.Equal(["postgres"], yaml.Keys("services.migrate.depends_on"));
        Assert.Equal("service_healthy", One("services.migrate.depends_on.postgres.condition"));
        Assert.Equal(["migrate"], yaml.Keys("services.web.depends_on"));
        Assert.Equal("service_completed_successfully", One("services.web.depends_on.migrate.condition"));
        Assert.Equal(["unless-stopped", "no", "unless-stopped"], [One("services.postgres.restart"), One("services.migrate.restart"), One("services.web.restart")]);

        Assert.Equal("${POSTGRES_PASSWORD:?set POSTGRES_PASSWORD in .env}", One("services.postgres.environment.POSTGRES_PASSWORD"));
        Assert.StartsWith("Host=postgres;Database=networkhealth;Username=networkhealth;", One("services.migrate.environment.ConnectionStrings__NetworkHealth"));
        Assert.Equal("${KNOWN_PROXIES:-10.231.57.1}", One("services.migrate.environment.KnownProxies"));
        Assert.Equal("10.231.57.1", One("networks.default.ipam.config.gateway"));
        Assert.Equal("Production", One("services.migrate.environment.ASPNETCORE_ENVIRONMENT"));
        Assert.Equal(("&environment", "*environment"), (One("services.migrate.environment"), One("services.web.environment")));
    }
}
