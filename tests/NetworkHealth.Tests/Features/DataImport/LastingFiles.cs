using NetworkHealth.Features.DataImport;
using NetworkHealth.Features.ResearchExport;

namespace NetworkHealth.Tests.Features.DataImport;

/// <summary>Files of networks, what lasts, contexts and teams, with text that CSV and spreadsheets find hard.</summary>
internal static class LastingFiles
{
    public const string EntryHeader = "network_code,dimension,level,cell_state,entry,entry_type,answers_entry,strategies,status,target_month,seen,seen_month,months_since_funding,n_schools,of_schools,"
                                      + "statement,responsible,champion_role,structure_used,artefact_url,risks,evidence\n";

    public const string Networks =
        "network_code,network_name,hub_organisation,aim,hub_type,problem_focus,structure,n_schools,n_districts,n_teams,grant_start_year,grant_end_year,launch_year,pandemic_launch,"
        + "nsi_intermediary,nsi_ten_schools,nsi_focal_students,nsi_shared_aim,nsi_outcomes,nsi_ci_capacity,nsi_learning\n"
        + "\"A,1\",'=North(1),\"Center \"\"Nord\"\", Ünïted\",\"More ninth graders\r\non track — ''quoted'' 🌱\n- by 2024\",non_profit,early_warning,several_districts,14,3,0,2019,2024,2018,false,yes,no,yes,no,yes,no,yes\n"
        + "''=x,\"'''-apostrophes\",'@hub,'-an aim,charter_organisation,post_secondary_match,several_states,,,,,,,true,,,,,,,\n"
        + "plain,,,,,,,,,,,,,,,,,,,,\n";

    public const string Sustainability = EntryHeader
        + "\"A,1\",D2,organisation,open,7,plan,,codify;build_capacity;embed,under_way,2024-09,,,,,,'=SUM(A1) stays,\"'+1, said\",“Principal”,'@meeting,\"https://example.org/?a=1&b=\"\"2\"\"\",\"Zeile 1\r\nZeile 2 \",\n"
        + "\"A,1\",D2,organisation,open,9,observed,7,embed,,,partly,2025-06,-3,9,14,\"Nine, they say\",,,,,,\"'-evidence\n\nwith, \"\"quotes\"\"\"\n"
        + "\"A,1\",D2,organisation,open,3,observed,,,,,not_seen,,,0,0,Nothing,,,,,,\n"
        + "\"A,1\",D7,individual,not_a_goal,12,plan,,,dropped,,,,,,,'''=two apostrophes,,,,,,\n"
        + "\"A,1\",D7,individual,not_a_goal,13,observed,12,,,,routine,,,,,Still there 🌱,,,,,,\n"
        + "\"A,1\",D1,leadership,not_applicable,,,,,,,,,,,,,,,,,,\n"
        + "''=x,D1,leadership,open,1,plan,,,idea,,,,,,,Une idée,,,,,,\n"
        + "empty,D4,individual,,,,,,,,,,,,,,,,,,,\n";

    public const string Context = "network_code,year,item,value,note\n"
        + "\"A,1\",2023,agency,yes,\"'=a note\nof two lines\"\n"
        + "\"A,1\",2023,district_leader_turnover,partly,\n"
        + "\"A,1\",2021,data_access,timely,\"Said, “in time”\"\n"
        + "''=x,2023,burnout,,only a note ''\n"
        + "plain,2024,staffing,,\n";

    public const string Teams = "network_code,team,year,ownership,depth,spread,sustainability,stage,team_name\n"
        + "\"A,1\",T2,2023,yes,partly,no,no,started,'=High School\n"
        + "\"A,1\",T2,2021,no,,,,,'=High School\n"
        + "\"A,1\",\"T,1\",,,,,,,\"École \"\"Sud\"\"\"\n"
        + "''=x,'-t,2023,yes,yes,yes,yes,sustaining,\n"
        + "plain,T1,2025,,,,,,\n";

    public static readonly ExportFile[] Exports = [ExportFile.Networks, ExportFile.Sustainability, ExportFile.Context, ExportFile.Teams];

    public static ImportKind Kind(this ExportFile file) => Enum.Parse<ImportKind>(file.ToString());

    /// <summary>The file of a kind.</summary>
    public static string Of(ImportKind kind) => kind switch
    {
        ImportKind.Networks => Networks,
        ImportKind.Sustainability => Sustainability,
        ImportKind.Context => Context,
        _ => Teams,
    };

    /// <summary>Brings all four into a cohort.</summary>
    public static async Task Load(TestApp app, string cohort)
    {
        foreach (var file in Exports)
            Assert.Equal([], (await app.Import(file.Kind(), Of(file.Kind()), cohort)).Problems);
    }

    /// <summary>All four as they are, identified unless said.</summary>
    public static async Task<Dictionary<ExportFile, string>> Export(TestApp app, string cohort, DateTimeOffset? asOf = null, bool identified = true)
    {
        var files = new Dictionary<ExportFile, string>();
        foreach (var file in Exports)
            files[file] = (await app.Export(file, cohort, asOf, identified: identified))!;
        return files;
    }
}
