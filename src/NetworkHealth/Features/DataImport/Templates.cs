namespace NetworkHealth.Features.DataImport;

/// <summary>Files to begin with: the columns of each kind, with rows that show how they are filled. Each can be imported as it is.</summary>
internal static class Templates
{
    public static string Of(ImportKind kind) => kind switch
    {
        ImportKind.Networks => Networks,
        ImportKind.Sustainability => Sustainability,
        ImportKind.Context => Context,
        ImportKind.Teams => Teams,
        _ => Ratings,
    };

    // Every column of a long file.
    private const string Ratings = """
        network_code,network_name,year,subject,level,not_rated_reason,source,framework_version,rated_month
        EX1,Example network,2023,OVERALL,Dev (Low),,self,2024.1,2023-06
        EX1,Example network,2023,HL,Dev (Mid),,self,2024.1,2023-06
        EX1,Example network,2023,CU,,not_enough_evidence,self,2024.1,2023-06

        """;

    private const string Networks = """
        network_code,network_name,hub_organisation,aim,hub_type,problem_focus,structure,n_schools,n_districts,n_teams,grant_start_year,grant_end_year,launch_year,pandemic_launch,nsi_intermediary,nsi_ten_schools,nsi_focal_students,nsi_shared_aim,nsi_outcomes,nsi_ci_capacity,nsi_learning
        EX1,Example network,Example Center,"More ninth graders on track, at every school",non_profit,early_warning,several_districts,14,3,14,2019,2024,2019,no,yes,yes,yes,yes,yes,no,
        EX2,Second example network,,,district,instructional,one_district,8,1,,,,2021,yes,,no,,,,,

        """;

    private const string Sustainability = """
        network_code,dimension,level,cell_state,entry,entry_type,answers_entry,strategies,status,target_month,seen,seen_month,months_since_funding,n_schools,of_schools,statement,responsible,champion_role,structure_used,artefact_url,risks,evidence
        EX1,D2,organisation,open,1,plan,,codify;embed,under_way,2024-09,,,,,,Grade teams run one cycle each term,Assistant principals,District data coach,Weekly team meeting,,Leaders may change,
        EX1,D2,organisation,open,2,observed,1,embed,,,partly,2025-06,12,9,14,Nine schools still run cycles,,,,,,Visits in spring
        EX1,D1,leadership,not_a_goal,,,,,,,,,,,,,,,,,,

        """;

    private const string Context = """
        network_code,year,kind,item,value,note
        EX1,2023,factor,district_leader_turnover,partly,Met each new leader within a month
        EX1,2023,factor,data_access,timely,
        EX1,2023,action,coaching,yes,

        """;

    private const string Teams = """
        network_code,team,year,ownership,depth,spread,sustainability,team_name
        EX1,T1,2022,yes,partly,no,no,Example High School
        EX1,T1,2023,yes,yes,yes,no,Example High School
        EX1,T2,,,,,,Second High School

        """;
}
