using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using NetworkHealth.Domain;

namespace NetworkHealth.Data;

/// <summary>
/// The one model, for both databases. Writes go through <see cref="BeginChange"/>, so that none escapes the chain of changes, but for
/// what people type into drafts, which nobody relies on yet (<see cref="DraftSaves"/>);
/// <see cref="PostgresDb"/> and <see cref="SqliteDb"/> add what the databases do differently.
/// </summary>
public abstract class NetworkHealthDb(DbContextOptions options) : IdentityUserContext<Person, Guid>(options)
{
    // Identity picks its tables from the application's options; design time and tests have no application.
    private static readonly ServiceProvider WithoutApplication = new ServiceCollection()
        .Configure<IdentityOptions>(SetSchema).BuildServiceProvider();

    public DbSet<Cohort> Cohorts => Set<Cohort>();
    public DbSet<Network> Networks => Set<Network>();
    public DbSet<Revision> Revisions => Set<Revision>();

    /// <summary>The highest revision of each rating.</summary>
    public IQueryable<Revision> CurrentRevisions => Revisions.Where(revision => !Revisions.Any(later =>
        later.NetworkId == revision.NetworkId && later.Year == revision.Year && later.Source == revision.Source && later.Number == revision.Number + 1 && later.Number > 1));

    public DbSet<RevisionGrounds> RevisionGrounds => Set<RevisionGrounds>();
    public DbSet<Draft> Drafts => Set<Draft>();
    public DbSet<DraftEntry> DraftEntries => Set<DraftEntry>();
    public DbSet<OwnLabel> OwnLabels => Set<OwnLabel>();
    public DbSet<MatrixCell> MatrixCells => Set<MatrixCell>();
    public DbSet<PlanEntry> PlanEntries => Set<PlanEntry>();
    public DbSet<ObservedEntry> ObservedEntries => Set<ObservedEntry>();
    public DbSet<HubStrategy> HubStrategies => Set<HubStrategy>();
    public DbSet<ContextEntry> ContextEntries => Set<ContextEntry>();
    public DbSet<Team> Teams => Set<Team>();
    public DbSet<TeamYear> TeamYears => Set<TeamYear>();
    public DbSet<KeptFigures> KeptFigures => Set<KeptFigures>();
    public DbSet<ClosedTable> ClosedTables => Set<ClosedTable>();
    public DbSet<Grant> Grants => Set<Grant>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();
    public DbSet<SignInTry> SignInTries => Set<SignInTry>();
    public DbSet<Change> Changes => Set<Change>();
    public DbSet<AuditHead> AuditHead => Set<AuditHead>();
    public DbSet<EntityVersion> Versions => Set<EntityVersion>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>The tables of accounts, passkeys included.</summary>
    public static void SetSchema(IdentityOptions identity) => identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;

    /// <summary>Opens a transaction and takes the lock of the chain; everything written until it is committed is one change.</summary>
    public async Task<OpenChange> BeginChange(Actor by, TimeProvider clock, CancellationToken ct = default)
    {
        var turn = await TurnToWrite(ct);
        IDbContextTransaction? transaction = null;
        try
        {
            transaction = await Database.BeginTransactionAsync(ct);
            return new OpenChange(this, turn, transaction, by, clock, await LockHead(ct));
        }
        catch
        {
            using (turn)
            {
                if (transaction is not null)
                    await transaction.DisposeAsync();
            }

            throw;
        }
    }

    /// <summary>Opens a transaction that sees one state of the database throughout and keeps nobody waiting.</summary>
    public abstract Task<IDbContextTransaction> BeginReading(CancellationToken ct = default);

    /// <summary>Waits until no other change or save of this program is being written, on a database that has one writer; disposing what it gives ends the turn.</summary>
    internal virtual Task<IDisposable?> TurnToWrite(CancellationToken ct) => Task.FromResult<IDisposable?>(null);

    /// <summary>Reads the head of the chain and keeps every other change waiting until the transaction ends.</summary>
    internal abstract Task<AuditHead> LockHead(CancellationToken ct);

    /// <summary>Writes many rows in the fastest way the database has, inside the open transaction.</summary>
    /// <param name="table">A table with columns in this order.</param>
    /// <param name="columns">Their names.</param>
    /// <param name="rows">Values as the columns store them; null is NULL.</param>
    /// <param name="ct">Stops between rows.</param>
    internal abstract Task BulkInsert(string table, IReadOnlyList<BulkColumn> columns, IEnumerable<object?[]> rows, CancellationToken ct);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<ChangeAction>().HaveConversion<ActionAsName>().HaveMaxLength(40);
        configurationBuilder.Properties<Answer>().HaveConversion<AnswerAsNumber>();
        configurationBuilder.Properties<RatingSource>().HaveConversion<SourceAsCode>().HaveMaxLength(10);
        configurationBuilder.Properties<Subject>().HaveConversion<short>();
        configurationBuilder.Properties<Grounds>().HaveConversion<GroundsAsJson>();
        configurationBuilder.Properties<CountTable>().HaveConversion<CountsAsJson>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(NetworkHealthDb).Assembly);
        builder.UseSnakeCase();
    }

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        if (optionsBuilder.Options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider is null)
            optionsBuilder.UseApplicationServiceProvider(WithoutApplication);
    }
}
