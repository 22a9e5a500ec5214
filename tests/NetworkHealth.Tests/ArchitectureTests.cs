using System.Text.RegularExpressions;
using NetworkHealth.Domain;
using NetworkHealth.Features.Accounts;
using NetworkHealth.Features.ResearchExport;

namespace NetworkHealth.Tests;

/// <summary>The rules of the house that a compiler does not hold.</summary>
public sealed partial class ArchitectureTests
{
    private const string Features = "NetworkHealth.Features.";

    private static readonly string[] AllowedUses =
    [
        "AnnualRating uses Trajectories", "Sustainability uses Trajectories", "Profiles uses Trajectories", "Home uses Cohorts", "Home uses Trajectories", "DataImport uses Trajectories", "Demo uses DataImport", "Accounts uses Demo",
        // A page among those of one network, with their head and menu.
        "Benchmarks uses Trajectories",
        // A strategy becomes a plan in a cell.
        "Strategies uses Sustainability", "Strategies uses Trajectories",
        // Invitations make accounts and one-time links as the commands do.
        "Administration uses Accounts",
        // Where a role or a file goes to: the list of cohorts to choose from.
        "Administration uses Cohorts", "DataImport uses Cohorts",
        // One form of a network's profile, for its leader and for administrators.
        "Profiles uses Cohorts",
        // A dashboard is made of the trajectories of its networks and the traction of their teams.
        "Dashboards uses Trajectories", "Dashboards uses Profiles",
        // One writer of all CSV files.
        "AuditTrail uses ResearchExport", "Dashboards uses ResearchExport",
    ];

    private static readonly Type[] Program = typeof(Rating).Assembly.GetTypes();

    [Fact]
    public void The_domain_uses_nothing_but_itself_and_the_base_library()
    {
        Type[] domain = [.. Program.Where(type => type.Namespace == "NetworkHealth.Domain")];

        Assert.Contains(typeof(Trajectory), domain);
        Assert.Empty(domain.SelectMany(type => UsedTypes.Of(type).Where(used => !BelongsToDomain(used)).Select(used => $"{type.Name} uses {used.FullName}")));
    }

    [Fact]
    public void The_sources_of_the_domain_name_no_other_library()
    {
        string[] usings = [.. Repository.Sources("Domain").SelectMany(source => UsingDirective().Matches(source.Text).Select(match => $"{source.Path}: {match.Groups[1].Value}"))];

        Assert.NotEmpty(usings);
        Assert.All(usings, line => Assert.Matches(": (static )?System(\\.|$)", line));
        Assert.DoesNotContain(Repository.Sources("Domain"), source => OtherLibrary().IsMatch(source.Text));
        Assert.Contains(Repository.Sources("Data"), source => OtherLibrary().IsMatch(source.Text));
    }

    [Fact]
    public void An_interface_comes_with_its_second_implementation()
    {
        Assert.Equal(["ILonely"], Lonely(typeof(ArchitectureTests).GetNestedTypes(System.Reflection.BindingFlags.NonPublic)));
        Assert.Contains(typeof(Actors), Program);
        Assert.Empty(Lonely(Program));
    }

    [Fact]
    public void Features_write_through_an_open_change()
    {
        Assert.Contains(Repository.Sources("Data"), source => Saves().IsMatch(source.Text));
        Assert.Contains(Repository.Sources("Features"), source => source.Path.EndsWith(".razor", StringComparison.Ordinal));
        Assert.Empty(Repository.Sources("Features").Where(source => Saves().IsMatch(source.Text)).Select(source => source.Path));
    }

    [Fact]
    public void Features_keep_to_themselves_but_for_who_is_signed_in_and_a_short_list()
    {
        string[] uses =
        [
            .. from type in Program
               where FeatureOf(type) is not null
               from used in UsedTypes.Of(type)
               where FeatureOf(used) is { } other && other != FeatureOf(type)
               select Outer(used) == typeof(SignedIn) || Outer(used) == typeof(Actors) ? "somebody uses who is signed in" : $"{FeatureOf(type)} uses {FeatureOf(used)}",
        ];

        Assert.Contains("somebody uses who is signed in", uses);
        Assert.Contains("Demo uses DataImport", uses);
        Assert.Empty(uses.Distinct().Except([.. AllowedUses, "somebody uses who is signed in"]));
    }

    [Fact]
    public void Uses_are_seen_in_signatures_fields_and_bodies()
    {
        Assert.Contains(typeof(Uri), UsedTypes.Of(typeof(InSignature)));
        Assert.Contains(typeof(Uri), UsedTypes.Of(typeof(InField)));
        Assert.Contains(typeof(Uri), UsedTypes.Of(typeof(InBody)));
        Assert.Contains(typeof(CsvOutput), UsedTypes.Of(typeof(InBody)));
        Assert.DoesNotContain(typeof(Uri), UsedTypes.Of(typeof(Trajectory)));
    }

    // What the compiler adds to an assembly of its own accord has no namespace or that of its name.
    private static bool BelongsToDomain(Type type) => type.Namespace is null or "System" or "NetworkHealth.Domain"
        || type.Namespace.StartsWith("System.", StringComparison.Ordinal)
        || (type.Namespace == "Microsoft.CodeAnalysis" && type.Assembly == typeof(Rating).Assembly);

    private static IEnumerable<string> Lonely(Type[] types) => types
        .Where(type => type.IsInterface && types.Count(other => !other.IsInterface && other.GetInterfaces().Any(i => Definition(i) == type)) < 2)
        .Select(type => type.Name);

    private static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    private static Type Outer(Type type) => type.DeclaringType is { } around ? Outer(around) : type;

    private static string? FeatureOf(Type type) =>
        type.Namespace?.StartsWith(Features, StringComparison.Ordinal) == true ? type.Namespace[Features.Length..].Split('.')[0] : null;

    [GeneratedRegex(@"^\s*(?:global )?using ([^=;(]+);", RegexOptions.Multiline)]
    private static partial Regex UsingDirective();

    [GeneratedRegex(@"\b(EntityFrameworkCore|AspNetCore|FluentValidation|CsvHelper|Npgsql)\b")]
    private static partial Regex OtherLibrary();

    [GeneratedRegex(@"\b(SaveChanges|ExecuteUpdate|ExecuteDelete)(Async)?\b")]
    private static partial Regex Saves();

    private interface ILonely;
    private interface IShared;

    private sealed class InSignature : ILonely, IShared
    {
        public static int Length(IReadOnlyList<Uri[]> addresses) => addresses.Count;
    }

    private sealed class InField : IShared
    {
        public static readonly Func<Uri, int> Port = address => address.Port;
    }

    private sealed class InBody
    {
        public static string Text(string text) => new Uri(text).Host + nameof(Text) + typeof(CsvOutput);
    }
}
