namespace NetworkHealth.Data;

/// <summary>A column of a bulk insert.</summary>
internal sealed record BulkColumn(string Name, BulkType Type);

internal enum BulkType
{
    Id,
    Text,
    Small,
    Integer,
    Big,
}
