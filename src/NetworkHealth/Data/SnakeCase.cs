using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace NetworkHealth.Data;

/// <summary>Names that an operator can type: <c>rated_month</c> instead of <c>"RatedMonth"</c>.</summary>
internal static class SnakeCase
{
    public static void UseSnakeCase(this ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            if (entity.IsMappedToJson() || entity.GetTableName() is not { } table)
                continue;

            entity.SetTableName(Snake(table));

            RenameColumns(entity);
            foreach (var key in entity.GetKeys())
                key.SetName(Snake(key.GetName()!));
            foreach (var index in entity.GetIndexes())
                index.SetDatabaseName(Snake(index.GetDatabaseName()!));
            foreach (var foreignKey in entity.GetForeignKeys())
                foreignKey.SetConstraintName(Snake(foreignKey.GetConstraintName()!));
        }
    }

    // The parts of a record stand among the columns of their owner, under their own names.
    private static void RenameColumns(IMutableTypeBase type)
    {
        foreach (var property in type.GetProperties())
            property.SetColumnName(Snake(property.Name));
        foreach (var part in type.GetComplexProperties())
            RenameColumns(part.ComplexType);
    }

    private static string Snake(string name) => string.Join('_', name.Split('_').Select(JsonNamingPolicy.SnakeCaseLower.ConvertName));
}
