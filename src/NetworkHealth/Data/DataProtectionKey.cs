using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace NetworkHealth.Data;

/// <summary>A key that signs cookies and one-time links.</summary>
public sealed class DataProtectionKey
{
    private DataProtectionKey() => Xml = ""; // EF Core

    public DataProtectionKey(string xml) => (Id, Xml) = (Guid.CreateVersion7(), xml);

    public Guid Id { get; private set; }
    public string Xml { get; private set; }
}

/// <summary>Keeps the keys in the database, so that every process and command of one installation shares them.</summary>
internal sealed class DatabaseKeys(IDbContextFactory<NetworkHealthDb> dbs) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = dbs.CreateDbContext();
        return [.. db.DataProtectionKeys.AsNoTracking().OrderBy(key => key.Id).AsEnumerable().Select(key => XElement.Parse(key.Xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = dbs.CreateDbContext();
        db.DataProtectionKeys.Add(new DataProtectionKey(element.ToString(SaveOptions.DisableFormatting)));
        db.SaveChanges();
    }
}
