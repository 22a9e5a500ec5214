using System.Text;
using NetworkHealth.Features.DataImport;

namespace NetworkHealth.Tests.Features.DataImport;

/// <summary>Files of networks, what lasts, contexts and teams that are refused as a whole, with line, column and a sentence.</summary>
public sealed class LastingBadFilesTests(TestApp app) : IClassFixture<TestApp>, IAsyncLifetime
{
    private const string Entry = "network_code,dimension,level,cell_state,entry,entry_type,answers_entry,status,seen,seen_month,n_schools,of_schools,statement\n";

    public async ValueTask InitializeAsync() => await LastingFiles.Load(app, "bad");

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(ImportKind.Networks, "network_code,aim,colour\nN,x,y\n", "line 1, colour: The column “colour” is not known here. Rename it or take it out; known are network_code, network_name, hub_organisation, aim, hub_type, problem_focus, "
        + "structure, n_schools, n_districts, n_teams, grant_start_year, grant_end_year, launch_year, pandemic_launch, nsi_intermediary, nsi_ten_schools, nsi_focal_students, nsi_shared_aim, nsi_outcomes, nsi_ci_capacity, nsi_learning.")]
    [InlineData(ImportKind.Context, "network_code,year\nN,2023\n", "line 1, item: The column “item” is missing.")]
    [InlineData(ImportKind.Teams, "network_code,team,Team\nN,T,T\n", "line 1, Team: The column “Team” stands twice in the header.")]
    [InlineData(ImportKind.Sustainability, "network_code;dimension;level\nN;D1;leadership\n", "line 1, column 1: The columns are parted by semicolons, not by commas. In the spreadsheet choose “CSV UTF-8 (comma delimited)” and save again.")]
    [InlineData(ImportKind.Networks, "network_code\taim\nN\tx\n", "line 1, column 1: The columns are parted by tabs, not by commas. In the spreadsheet choose “CSV UTF-8 (comma delimited)” and save again.")]
    [InlineData(ImportKind.Networks, "", "line 1, column 1: The file is empty.")]
    [InlineData(ImportKind.Teams, "network_code,team\n", "line 2, network_code: The file has a header and nothing below it.")]
    [InlineData(ImportKind.Teams, "network_code,team\nN\n", "line 2, team: The row has 1 field, the header 2.")]
    [InlineData(ImportKind.Networks, "network_code,aim\nN,\"open\n", "line 2, aim: A quote is opened and never closed.")]
    public Task A_file_that_cannot_be_understood_is_refused(ImportKind kind, string csv, string problem) => Refuses(kind, csv, problem);

    [Fact]
    public async Task Bytes_that_are_not_utf8_are_told_with_their_line()
    {
        string before = await Fingerprint.Of(app);
        var result = await app.Import(ImportKind.Networks, Encoding.Latin1.GetBytes("network_code,aim\nN,x\nM,ü\n"), "bad");

        Assert.Equal(["line 3, byte 3: The text is not UTF-8. Save the file as CSV UTF-8; nothing is guessed or repaired."], result.Problems.Select(problem => problem.ToString()));
        Assert.Equal(before, await Fingerprint.Of(app));
    }

    [Theory]
    [InlineData("network_code,hub_type\nN,school\n", "line 2, hub_type: 'school' is not a type of hub. Write non_profit, district, charter_organisation, university, regional_centre or other.")]
    [InlineData("network_code,n_schools\nN,-1\n", "line 2, n_schools: '-1' is not a whole number from 0 to 100,000.")]
    [InlineData("network_code,launch_year\nN,1899\n", "line 2, launch_year: '1899' is not a year from 1900 to 2100.")]
    [InlineData("network_code,nsi_learning\nN,maybe\n", "line 2, nsi_learning: 'maybe' is neither yes nor no.")]
    [InlineData("network_code,aim\nN,x\nM,y\nN,x\n", "line 4, network_code: The same network stands already on line 2.")]
    [InlineData("network_code,grant_start_year\nplain,2019\n\"A,1\",2025\n", "line 3, grant_start_year: The grant ends before it starts. Correct one of the two.")]
    [InlineData("network_code,grant_start_year,grant_end_year\nN,2020,2019\n", "line 2, grant_end_year: The grant ends before it starts. Correct one of the two.")]
    [InlineData("network_code,hub_organisation\nN,\"a\nb\"\n", "line 2, hub_organisation: The name of the hub organisation stands on one line. Take out its line breaks and tabs.")]
    [InlineData("network_code,aim\n,x\n", "line 2, network_code: A network needs a code.")]
    public Task A_network_must_be_one(string csv, string problem) => Refuses(ImportKind.Networks, csv, problem);

    [Theory]
    [InlineData("N,D8,leadership,,,,,,,,,,\n", "line 2, dimension: 'D8' is not a dimension. Write D1, D2, D3, D4, D5, D6 or D7.")]
    [InlineData("N,,leadership,,,,,,,,,,\n", "line 2, dimension: Say which dimension, D1 to D7.")]
    [InlineData("N,D1,school,,,,,,,,,,\n", "line 2, level: 'school' is not a level. Write leadership, organisation or individual.")]
    [InlineData("N,D1,leadership,open,,,,,,,,,\nN,D1,leadership,not_a_goal,,,,,,,,,\n", "line 3, cell_state: The cell D1-leadership of N is not_a_goal here and open on line 2. A cell is one of them.")]
    [InlineData("N,D1,leadership,,1,plan,,,,,,,a\nN,D2,leadership,,1,plan,,,,,,,b\n", "line 3, entry: Entry 1 of N stands already on line 2.")]
    [InlineData("N,D1,leadership,,,plan,,,,,,,a\n", "line 2, entry: The row says something of an entry, in entry_type, and gives it no number. Number the entries of a network, each once.")]
    [InlineData("N,D1,leadership,,0,plan,,,,,,,a\n", "line 2, entry: '0' is not a whole number from 1 to 1,000,000.")]
    [InlineData("N,D1,leadership,,1,,,,,,,,a\n", "line 2, entry_type: Entry 1 is new here. Say whether it is a plan or was observed.")]
    [InlineData("N,D1,leadership,,1,plan,,,,,,,\n", "line 2, statement: Say in a sentence what you hope will last.")]
    [InlineData("N,D1,leadership,,1,observed,,,partly,,,,\n", "line 2, statement: Say in a sentence what you saw.")]
    [InlineData("N,D1,leadership,,1,observed,,,,,,,a\n", "line 2, seen: Say how much of it was seen: not_seen, traces, partly or routine.")]
    [InlineData("N,D1,leadership,,1,observed,,,partly,,4,3,a\n", "line 2, n_schools: It was seen in 4 of 3 schools. The second number is how many were asked.")]
    [InlineData("N,D1,leadership,,1,observed,,,partly,,4,,a\n", "line 2, of_schools: Say of how many schools.")]
    [InlineData("N,D1,leadership,,1,observed,,,partly,2101-01,,,a\n", "line 2, seen_month: The month in which it was seen lies in 2101. Choose a year from 1900 to 2100.")]
    [InlineData("N,D1,leadership,,1,observed,,,partly,May,,,a\n", "line 2, seen_month: The month in which it was seen is written as 2026-03.")]
    [InlineData("N,D1,leadership,,1,plan,,,partly,,,,a\n", "line 2, seen: This is said of an observation, and the entry is a plan. Leave it empty.")]
    [InlineData("N,D1,leadership,,1,observed,,idea,partly,,,,a\n", "line 2, status: This is said of a plan, and the entry is an observation. Leave it empty.")]
    [InlineData("N,D1,leadership,,1,plan,,,,,,,a\nN,D2,leadership,,2,observed,1,,partly,,,,b\n", "line 3, answers_entry: Entry 1 is no plan of the cell D2-leadership, neither in this file nor here.")]
    [InlineData("N,D1,leadership,,2,observed,5,,partly,,,,b\n", "line 2, answers_entry: Entry 5 is no plan of the cell D1-leadership, neither in this file nor here.")]
    [InlineData("N,D1,leadership,not_a_goal,2,plan,,,,,,,b\n", "line 2, cell_state: The cell D1-leadership is not a goal, so nothing is planned in it. Write open, or dropped as the status of its plans.")]
    [InlineData("\"A,1\",D1,leadership,,20,plan,,,,,,,b\n", "line 2, cell_state: The cell D1-leadership is not applicable, so nothing is planned in it. Write open, or dropped as the status of its plans.")]
    [InlineData("\"A,1\",D2,organisation,not_a_goal,,,,,,,,,\n", "line 2, cell_state: Plans stand in this cell. Drop or remove them first, then say that it is no goal or does not apply.")]
    [InlineData("\"A,1\",D2,organisation,,7,observed,,,partly,,,,b\n", "line 2, entry_type: Entry 7 is a plan here. Give this one another number.")]
    [InlineData("\"A,1\",D3,organisation,,7,plan,,,,,,,b\n", "line 2, dimension: Entry 7 stands in the cell D2-organisation here. Give this one another number.")]
    [InlineData("\"A,1\",D2,individual,,9,,,,,,,,b\n", "line 2, level: Entry 9 stands in the cell D2-organisation here. Give this one another number.")]
    [InlineData("\"A,1\",D2,organisation,,9,,,,,,15,,\n", "line 2, n_schools: It was seen in 15 of 14 schools. The second number is how many were asked.")]
    public Task An_entry_must_be_one(string rows, string problem) => Refuses(ImportKind.Sustainability, Entry + rows, problem);

    [Theory]
    [InlineData("the guide", "line 2, artefact_url: This is no web address. It begins with https:// or http://, such as https://example.org/cards.")]
    [InlineData("ftp://example.org/a", "line 2, artefact_url: This is no web address. It begins with https:// or http://, such as https://example.org/cards.")]
    public Task An_address_must_be_one(string address, string problem) =>
        Refuses(ImportKind.Sustainability, $"network_code,dimension,level,entry,entry_type,statement,artefact_url\nN,D1,leadership,1,plan,a,{address}\n", problem);

    [Theory]
    [InlineData("N,D1,leadership,,1,plan,,,,,,,\nN,D1,leadership,,2,observed,1,,partly,,,,b\n", "line 2, statement: Say in a sentence what you hope will last.")]
    [InlineData("\"A,1\",D2,organisation,,7,plan,,,partly,,,,a\n\"A,1\",D2,organisation,,20,observed,7,,partly,,,,b\n", "line 2, seen: This is said of an observation, and the entry is a plan. Leave it empty.")]
    public Task What_answers_a_refused_plan_is_not_told_beside_it(string rows, string problem) => Refuses(ImportKind.Sustainability, Entry + rows, problem);

    [Theory]
    [InlineData("N,2023,weather,yes,\n", "line 2, item: 'weather' is not an item of a context. Write district_leader_turnover, school_turnover, staffing, virtual_convening, burnout, data_access, policy_change, steady_focus, data_systems, "
        + "consolidation, coaching, designed_connections or agency.")]
    [InlineData("N,2023,burnout,often,\n", "line 2, value: 'often' is not a value of burnout. Write no, partly or yes.")]
    [InlineData("N,,burnout,yes,\n", "line 2, year: '' is not a year from 1900 to 2100.")]
    [InlineData("N,2023,burnout,yes,\nN,2024,burnout,yes,\nN,2023,BURNOUT,no,\n", "line 4, item: burnout of N in 2023 stands already on line 2.")]
    public Task A_context_item_must_be_one(string rows, string problem) => Refuses(ImportKind.Context, "network_code,year,item,value,note\n" + rows, problem);

    [Theory]
    [InlineData("N,,2023,yes,\n", "line 2, team: A team needs a code.")]
    [InlineData("N,T/1,2023,yes,\n", "line 2, team: The code “T/1” cannot stand in a web address. Leave out / and \\.")]
    [InlineData("N,T,2023,very,\n", "line 2, ownership: 'very' is not a degree. Write no, partly or yes.")]
    [InlineData("N,T,,yes,\n", "line 2, year: The row says something of a team and not of which year.")]
    [InlineData("N,T,2023,yes,\nN,T,2023,yes,\n", "line 3, team: T of N in 2023 stands already on line 2.")]
    [InlineData("N,T,,,\nN,T,,,\n", "line 3, team: T of N stands already on line 2.")]
    [InlineData("N,T,2023,yes,One\nN,T,2024,yes,Two\n", "line 3, team_name: T of N is called “Two” here and “One” on line 2. A team has one name.")]
    [InlineData("N,T,soon,yes,\nN,T,,,\n", "line 2, year: 'soon' is not a year from 1900 to 2100.")]
    [InlineData("N,T,soon,yes,\nN,T,late,yes,\n", "line 2, year: 'soon' is not a year from 1900 to 2100.|line 3, year: 'late' is not a year from 1900 to 2100.")]
    [InlineData("N,T1,,,Oak\nN,T2,,,Elm\nN,T3,,,Oak\n", "line 4, team_name: T1 is called Oak already. Give T3 another name.")]
    [InlineData("\"A,1\",T9,,,'=High School\n", "line 2, team_name: T2 is called =High School already. Give T9 another name.")]
    public Task A_team_must_be_one(string rows, string problem) => Refuses(ImportKind.Teams, "network_code,team,year,ownership,team_name\n" + rows, problem);

    [Fact]
    public async Task Of_many_problems_a_hundred_are_listed_and_the_rest_is_counted()
    {
        string before = await Fingerprint.Of(app);
        var result = await app.Import(ImportKind.Sustainability, Entry + string.Concat(Enumerable.Range(1, 250).Select(i => $"N,D1,leadership,,{i},plan,,,,,,,\n")), "bad");

        Assert.Equal((100, 150), (result.Problems.Count, result.NotListed));
        Assert.Equal(before, await Fingerprint.Of(app));
    }

    private async Task Refuses(ImportKind kind, string csv, string problem)
    {
        string before = await Fingerprint.Of(app);

        var result = await app.Import(kind, csv, "bad");

        Assert.Equal(problem.Split('|'), result.Problems.Select(told => told.ToString()));
        Assert.Equal(before, await Fingerprint.Of(app));
    }
}
