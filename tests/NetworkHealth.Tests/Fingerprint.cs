using System.Text;
using Microsoft.EntityFrameworkCore;

namespace NetworkHealth.Tests;

/// <summary>Everything that stands in the tables, as text: the same before and after means that nothing was written.</summary>
public static class Fingerprint
{
    /// <param name="app">Whose database.</param>
    /// <param name="but">Tables left out, such as the trail where a refusal is noted.</param>
    public static async Task<string> Of(TestApp app, params string[] but)
    {
        await using var db = await app.Db();
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var text = new StringBuilder();
        foreach (string table in db.Model.GetEntityTypes().Select(entity => entity.GetTableName()).OfType<string>().Distinct().Except(but).Order(StringComparer.Ordinal))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM {table}";
            await using var row = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            var rows = new List<string>();
            while (await row.ReadAsync(TestContext.Current.CancellationToken))
                rows.Add(string.Join('|', Enumerable.Range(0, row.FieldCount).Select(row.GetValue)));
            text.AppendLine(table).AppendJoin('\n', rows.Order(StringComparer.Ordinal)).AppendLine();
        }

        return text.ToString();
    }
}
