using System.Security.Cryptography;
using System.Text;
using FluentValidation;
using NetworkHealth.Domain;
using NetworkHealth.Shell;

namespace NetworkHealth.Features.Profiles;

/// <summary>One year's context as a form: a line for each item, in their order.</summary>
public sealed class ContextForm
{
    /// <summary>Never null, though a form without them is read as null.</summary>
    public List<ContextLine> Items { get; set => field = value ?? []; } = [];

    /// <summary>The year as it stands.</summary>
    public static ContextForm Of(ContextView view, int year) => new() { Items = [.. ContextItem.All.Select(item => ContextLine.Of(item, view.Of(year, item)))] };

    /// <summary>What was changed since it was read.</summary>
    public IReadOnlyList<ContextSaid> Changed => [.. Items.Where(line => line.IsChanged).Select(line => new ContextSaid(line.Of()!, line.Value ?? "", line.Note ?? "", line.Edition))];

    /// <summary>Brings what was posted into the order of the items; an item that was not posted stands as it does.</summary>
    public void Complete(ContextView view, int year) =>
        Items = [.. ContextItem.All.Select(item => Items.Find(line => line.Of() == item) ?? ContextLine.Of(item, view.Of(year, item)))];

    /// <summary>After a refusal: keeps what was changed, takes over what others changed elsewhere, and sets theirs beside where both did.</summary>
    public void Meet(ContextView now, int year) => Items = [.. ContextItem.All.Zip(Items, (item, line) => line.Met(ContextLine.Of(item, now.Of(year, item))))];

    public sealed class Validator : AbstractValidator<ContextForm>
    {
        public Validator() => RuleForEach(form => form.Items).ChildRules(line => line.RuleFor(of => of.Note)
            .Keeps(note => PlainText.Checked(note?.Trim() ?? "", ContextEntry.NoteMaxLength, "This note")));
    }
}

/// <summary>One item of the form.</summary>
public sealed class ContextLine
{
    /// <summary>Code of the item.</summary>
    public string? Item { get; set; }

    public string? Value { get; set; }
    public string? Note { get; set; }

    /// <summary>Of what was read.</summary>
    public int Edition { get; set; } = -1;

    /// <summary>A print of what was read, which tells what was changed since without sending it twice.</summary>
    public string? Read { get; set; }

    /// <summary>What somebody else said meanwhile of an item that was changed here too.</summary>
    internal ContextLine? Theirs { get; private set; }

    public bool IsChanged => Read != Print;

    private string Print => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{Value?.Trim()}\n{(Note ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim()}")))[..16];

    public static ContextLine Of(ContextItem item, ContextEntry? entry)
    {
        var line = new ContextLine { Item = item.Code, Value = entry?.Value ?? "", Note = entry?.Note ?? "", Edition = entry?.Edition ?? 0 };
        line.Read = line.Print;
        return line;
    }

    public ContextItem? Of() => Item is null ? null : ContextItem.Parse(Item);

    internal ContextLine Met(ContextLine now)
    {
        if (!IsChanged)
            return now;
        bool isOvertaken = now.Edition != Edition && now.Print != Print;
        return new ContextLine { Item = now.Item, Value = Value, Note = Note, Edition = now.Edition, Read = now.Read, Theirs = isOvertaken ? now : null };
    }
}
