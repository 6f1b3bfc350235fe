using System.Text.Json;
using FastMd.Engine.JavaScript;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.JavaScript;

/// <summary>How code is judged: <c>ok END</c>, or <c>error OFFSET RULE</c>.</summary>
internal static class Verdict
{
    /// <summary>Cases with the reference's verdicts.</summary>
    public static IReadOnlyList<(string Use, string Text, string Verdict)> Known { get; } = Read();

    public static string Of(string use, string text)
    {
        if (use == "Module")
        {
            var block = EsmScanner.Scan(text, 0, text.Length, []);
            return Of(block.Error, block.End);
        }

        var scan = ExpressionScanner.Scan(text, 0, text.Length, Enum.Parse<BraceUse>(use));
        return Of(scan.Error, scan.End);
    }

    private static string Of(ScriptError? error, int end) => error is null ? $"ok {end}" : $"error {error.Offset} {error.Rule}";

    private static List<(string Use, string Text, string Verdict)> Read()
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "Unit", "JavaScript", "Verdicts.json")));
        return [.. json.RootElement.EnumerateArray().Select(item => (Text(item, "use"), Text(item, "text"), Text(item, "verdict")))];
    }

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()!;
}
