using System.Text.Json;
using System.Text.Json.Serialization;

namespace NetworkHealth.Domain;

/// <summary>The published versions of the rubric, each a document beside this code.</summary>
public static class Rubrics
{
    // Strict: a document with a missing, unknown or repeated member stops the program at once.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter<PromptKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false), new SubjectByCode() },
    };

    /// <summary>The version that new ratings are made under.</summary>
    public static Rubric Current { get; } = Read("2024.1");

    private static Rubric Read(string version)
    {
        using var document = typeof(Rubrics).Assembly.GetManifestResourceStream($"framework/{version}.json")!;
        return JsonSerializer.Deserialize<Rubric>(document, Json)!;
    }

    private sealed class SubjectByCode : JsonConverter<Subject>
    {
        public override Subject Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            SubjectWords.Parse(reader.GetString() ?? "") ?? throw new JsonException("Not a subject.");

        public override void Write(Utf8JsonWriter writer, Subject value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code());
    }
}
