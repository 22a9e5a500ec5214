using System.Globalization;

namespace NetworkHealth.Benchmarks;

/// <summary>One promise with what came of it.</summary>
internal sealed record Figure(string Promise, string Limit, string Ours, double Value, string Unit, double AtMost, double Aim, string? Split)
{
    public static Figure OfTimes(string promise, TimeSpan limit, TimeSpan ours, double atMost, double aim, string split) =>
        new(promise, Text($"{limit.TotalSeconds:0.000} s"), Text($"{ours.TotalSeconds:0.000} s"), ours / limit, "", atMost, aim, split);

    public static Figure OfMemory(string promise, double idle, double peak, double atMost, double aim) =>
        new(promise, Text($"{idle:0} MB idle"), Text($"{peak:0} MB peak"), peak - idle, " MB", atMost, aim, null);

    public static Figure OfLatency(string promise, TimeSpan ours, double atMost, double aim) =>
        new(promise, "", Text($"{ours.TotalMilliseconds:0} ms"), ours.TotalMilliseconds, " ms", atMost, aim, null);

    public string Verdict => Value <= Aim ? "aim met" : Value <= AtMost ? "kept" : "**over**";

    public string Row => Text($"| {Promise} | {Limit} | {Ours} | {Value:0.00}{Unit} | {AtMost:0.#}{Unit} | {Aim:0.#}{Unit} | {Verdict} |");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
