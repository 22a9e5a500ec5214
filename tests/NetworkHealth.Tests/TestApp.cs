using System.Net;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Features.DataImport;
using NetworkHealth.Features.Demo;
using NetworkHealth.Features.ResearchExport;

namespace NetworkHealth.Tests;

/// <summary>The real application on a database of its own. One for each test class, on the kind of database this run is about.</summary>
public class TestApp : WebApplicationFactory<Shell.App>, IAsyncLifetime
{
    private readonly DatabaseKind kind;

    public TestApp() : this(TestDatabase.Kind)
    {
    }

    protected TestApp(DatabaseKind kind) => this.kind = kind;

    public string Connection { get; private set; } = "";

    protected virtual string EnvironmentName => "Testing";

    /// <summary>One on a given kind of database, for tests that compare both; dispose it.</summary>
    public static async Task<TestApp> On(DatabaseKind kind)
    {
        var app = new TestApp(kind);
        await app.InitializeAsync();
        return app;
    }

    public virtual async ValueTask InitializeAsync() => Connection = await TestDatabase.Create(kind);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(EnvironmentName);
        builder.UseSetting("ConnectionStrings:NetworkHealth", Connection);
        foreach (var (name, value) in NoLimits.Settings)
            builder.UseSetting(name, value);
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Log));
    }

    /// <summary>What the application logs.</summary>
    public LogLines Log { get; } = new();

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    public Task<NetworkHealthDb> Db() => Get<IDbContextFactory<NetworkHealthDb>>().CreateDbContextAsync();

    /// <summary>Imports text as an operator would.</summary>
    public Task<ImportResult> Import(string csv, string cohort = "delta", RatingSource source = RatingSource.Self, bool dryRun = false, string file = "ratings.csv") =>
        Import(Encoding.UTF8.GetBytes(csv), cohort, source, dryRun, file);

    public async Task<ImportResult> Import(byte[] csv, string cohort = "delta", RatingSource source = RatingSource.Self, bool dryRun = false, string file = "ratings.csv")
    {
        using var stream = new MemoryStream(csv);
        return await Get<RatingsImport>().Run(Actor.Operator, new ImportOrder(cohort, file, null, source, dryRun), stream);
    }

    /// <summary>Imports a file of any kind as an operator would.</summary>
    public Task<ImportResult> Import(ImportKind kind, string csv, string cohort = "delta", bool dryRun = false) => Import(kind, Encoding.UTF8.GetBytes(csv), cohort, dryRun);

    public async Task<ImportResult> Import(ImportKind kind, byte[] csv, string cohort = "delta", bool dryRun = false)
    {
        using var stream = new MemoryStream(csv);
        return await Get<Imports>().Run(Actor.Operator, new ImportOrder(cohort, "file.csv", IsDryRun: dryRun, Kind: kind), stream);
    }

    /// <summary>Exports as an operator would; null when there is no such cohort.</summary>
    public async Task<string?> Export(ExportFile file, string cohort = "delta", DateTimeOffset? asOf = null, Actor? by = null, bool identified = false)
    {
        var exports = Get<Exports>();
        if (await exports.Open(by ?? Actor.Operator, cohort, file, asOf, identified) is not { } export)
            return null;
        var bytes = new MemoryStream();
        var pipe = System.IO.Pipelines.PipeWriter.Create(bytes, new System.IO.Pipelines.StreamPipeWriterOptions(leaveOpen: true));
        await exports.Write(export, pipe);
        await pipe.CompleteAsync();
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>A browser without a screen that has signed in.</summary>
    public async Task<HttpClient> SignedIn(string email, string password = DemoData.Password)
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true });
        Assert.Equal(HttpStatusCode.Redirect, (await SignIn(client, email, password)).StatusCode);
        return client;
    }

    /// <summary>Posts the form of the sign-in page.</summary>
    public static async Task<HttpResponseMessage> SignIn(HttpClient client, string email, string password = DemoData.Password)
    {
        var page = await Html.Read(client, "/account/sign-in");
        return await client.PostAsync("/account/sign-in", new FormUrlEncodedContent(
        [
            .. Html.HiddenFields(page, "sign-in"),
            new("Input.Email", email), new("Input.Password", password),
        ]));
    }

    /// <summary>The same application and database with other settings; dispose it.</summary>
    public WebApplicationFactory<Shell.App> With(params (string Name, string Value)[] settings) => WithWebHostBuilder(builder =>
    {
        foreach (var (name, value) in settings)
            builder.UseSetting(name, value);
        builder.ConfigureServices(services => services.AddTransient<IStartupFilter, ClientAddress>());
    });

    public new async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>The application as a newcomer meets it: in Development, with the demo loaded.</summary>
public class DemoApp : TestApp
{
    protected override string EnvironmentName => "Development";

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("SecurityContact", "safe@example.org"); // every address the application can have
    }
}

/// <summary>The demo before anything was told of its networks but their ratings: no plans, no context, no teams, and only the first facts of the profiles.</summary>
public sealed class UntoldApp : DemoApp
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await using var db = await Db();
        await db.TeamYears.ExecuteDeleteAsync();
        await db.Teams.ExecuteDeleteAsync();
        await db.ContextEntries.ExecuteDeleteAsync();
        await db.ObservedEntries.ExecuteDeleteAsync();
        await db.PlanEntries.ExecuteDeleteAsync();
        await db.MatrixCells.ExecuteDeleteAsync();
        foreach (var network in await db.Networks.ToListAsync())
        {
            var known = network.Profile;
            network.Describe(new NetworkProfile
            {
                HubOrganisation = known.HubOrganisation,
                Aim = known.Aim,
                HubType = known.HubType,
                ProblemFocus = known.ProblemFocus,
                Structure = known.Structure,
                LaunchYear = known.LaunchYear,
                PandemicLaunch = known.PandemicLaunch,
            });
        }

        await db.SaveChangesAsync();
    }
}
