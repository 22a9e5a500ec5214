using Microsoft.AspNetCore.HttpLogging;
using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Features.Accounts;
using NetworkHealth.Features.Administration;
using NetworkHealth.Features.AnnualRating;
using NetworkHealth.Features.AuditTrail;
using NetworkHealth.Features.Benchmarks;
using NetworkHealth.Features.Cohorts;
using NetworkHealth.Features.Dashboards;
using NetworkHealth.Features.DataImport;
using NetworkHealth.Features.Health;
using NetworkHealth.Features.Home;
using NetworkHealth.Features.Profiles;
using NetworkHealth.Features.ResearchExport;
using NetworkHealth.Features.Strategies;
using NetworkHealth.Features.Sustainability;
using NetworkHealth.Features.Trajectories;
using NetworkHealth.Shell.Security;
using Serilog;
using Serilog.Events;

namespace NetworkHealth.Shell;

/// <summary>What the application is made of.</summary>
internal static class Services
{
    public static WebApplication Application(string[] args)
    {
        var builder = Builder(args);
        builder.Logging.ClearProviders().AddSerilog(
            new LoggerConfiguration().WriteTo.Console(formatProvider: null).ReadFrom.Configuration(builder.Configuration).CreateLogger(), dispose: true);
        if (builder.Configuration["urls"] is null && builder.Configuration["http_ports"] is null)
            builder.WebHost.UseUrls(PublicUrl.Default);

        builder.Services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(hub =>
        {
            // A text is sent as a whole, and a character takes at most six bytes on the way.
            hub.MaximumReceiveMessageSize = (6 * Grounds.SeenMaxLength) + (16 * 1024);
        });
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddScoped<SignedIn>();
        builder.Services.AddHttpLogging(log =>
        {
            log.CombineLogs = true;
            log.LoggingFields = HttpLoggingFields.RequestMethod | HttpLoggingFields.RequestPath | HttpLoggingFields.ResponseStatusCode | HttpLoggingFields.Duration;
        });
        builder.Services.AddProblemDetails();
        // A parameter that cannot be read is the caller's mistake, in Development too.
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = false);
        builder.Services.AddExceptionHandler<Failures>();
        builder.Services.AddHealth();
        builder.AddProtection();
        builder.Services.AddCompression();
        builder.Services.AddUploads();
        return builder.Build();
    }

    /// <summary>The same without a server: for commands, which leave standard output to their result.</summary>
    public static WebApplication ForCommands()
    {
        var builder = Builder([]);
        // What fails is told in one sentence by the command itself, so the database's own account of it stays out.
        builder.Logging.ClearProviders().AddSerilog(new LoggerConfiguration()
            .MinimumLevel.Warning()
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Fatal)
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
            .WriteTo.Console(outputTemplate: "{Level}: {Message:lj}{NewLine}", formatProvider: null, standardErrorFromLevel: LogEventLevel.Verbose)
            .CreateLogger(), dispose: true);
        return builder.Build();
    }

    // Said by whoever starts it; else a debug build is one for development (see the project file).
    private static bool SaysEnvironment(string[] args) =>
        args.Any(arg => arg.StartsWith("--environment", StringComparison.OrdinalIgnoreCase))
        || Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") is not null
        || Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") is not null;

    private static WebApplicationBuilder Builder(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            EnvironmentName = SaysEnvironment(args) ? null : AppContext.GetData("NetworkHealth.Environment") as string,
            // The settings lie beside the program, wherever it was started from; a test host says otherwise.
            ContentRootPath = args.Any(arg => arg.StartsWith("--contentRoot", StringComparison.OrdinalIgnoreCase)) ? null : AppContext.BaseDirectory,
        });
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddNetworkHealthData(builder.Configuration);
        builder.Services.AddAccounts(builder.Configuration);
        builder.Services.AddSingleton<Mail>();
        builder.Services.AddSingleton<Overview>();
        builder.Services.AddSingleton<People>();
        builder.Services.AddSingleton<PersonEdits>();
        builder.Services.AddSingleton<PersonRoles>();
        builder.Services.AddScoped<InvitationLinks>();
        builder.Services.AddScoped<PersonInvitations>();
        builder.Services.AddScoped<HubPeople>();
        builder.Services.AddSingleton<AuditChain>();
        builder.Services.AddSingleton<Refusals>();
        builder.Services.AddSingleton<Trail>();
        builder.Services.AddSingleton<RatingsImport>();
        builder.Services.AddSingleton<Imports>();
        builder.Services.AddSingleton<Exports>();
        builder.Services.AddSingleton<Matrix>();
        builder.Services.AddSingleton<MatrixWrites>();
        builder.Services.AddSingleton<ObservationWrites>();
        builder.Services.AddSingleton<Contexts>();
        builder.Services.AddSingleton<ContextWrites>();
        builder.Services.AddSingleton<HubProfile>();
        builder.Services.AddSingleton<Teams>();
        builder.Services.AddSingleton<TeamWrites>();
        builder.Services.AddSingleton<TeamYearWrites>();
        builder.Services.AddSingleton<StrategyLibrary>();
        builder.Services.AddSingleton<HubStrategies>();
        builder.Services.AddSingleton<StrategyCopies>();
        builder.Services.AddSingleton<Drafts>();
        builder.Services.AddSingleton<DraftEntries>();
        builder.Services.AddSingleton<RatingViews>();
        builder.Services.AddSingleton<Dashboards>();
        builder.Services.AddSingleton<FigureExports>();
        builder.Services.AddSingleton<FiguresKept>();
        builder.Services.AddSingleton<NetworkTrajectories>();
        builder.Services.AddSingleton<BesideOthers>();
        builder.Services.AddSingleton<CohortMatrix>();
        builder.Services.AddSingleton<OwnLabels>();
        builder.Services.AddSingleton<NetworkSharing>();
        builder.Services.AddSingleton<CohortList>();
        builder.Services.AddSingleton<StoredTables>();
        builder.Services.AddSingleton<Cycles>();
        builder.Services.AddSingleton<ManagedCohorts>();
        builder.Services.AddSingleton<ManagedNetworks>();
        builder.Services.AddSingleton<OwnNetworks>();
        builder.Services.AddSingleton<Waiting>();
        builder.Services.AddSingleton<LooksDue>();
        return builder;
    }
}
