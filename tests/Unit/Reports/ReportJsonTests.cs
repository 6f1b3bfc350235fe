using System.Text.Json;
using FastMd.Engine.Reports;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Reports;

public sealed class ReportJsonTests
{
    [Fact]
    public void Figures_stand_in_their_documented_units()
    {
        var json = Parse(SampleBatch.Full());

        Assert.Equal(1, json.GetProperty("schemaVersion").GetInt32());
        Assert.Equal("2000-01-01T00:00:00.000Z", json.GetProperty("startedUtc").GetString());
        Assert.Equal(10_000, json.GetProperty("elapsedMs").GetDouble());
        Assert.Equal(44, json.GetProperty("documents").GetProperty("total").GetInt64());
        Assert.Equal(246, json.GetProperty("throughput").GetProperty("documentsPerMinute").GetDouble());
        Assert.Equal(900, json.GetProperty("latency").GetProperty("maximumMs").GetDouble());
        Assert.Equal(0.6, json.GetProperty("workers").GetProperty("efficiency").GetDouble());
        Assert.Equal("memoryPressure", json.GetProperty("scaling").GetProperty("items")[1].GetProperty("reason").GetString());
        Assert.Equal("tiny", json.GetProperty("tiers")[0].GetProperty("tier").GetString());
        Assert.Equal(0.75, json.GetProperty("caches")[0].GetProperty("hitRate").GetDouble());
        Assert.Equal("timedOut", json.GetProperty("failures").GetProperty("items")[1].GetProperty("status").GetString());
        Assert.Equal(40, json.GetProperty("timeline").GetArrayLength());
        Assert.Equal(4, json.GetProperty("timeline")[0].GetProperty("documentsPerSecond").GetDouble());
    }

    [Fact]
    public void Every_field_is_documented_and_nothing_else()
    {
        var documented = File.ReadLines(Path.Combine(Repository.Root, "docs", "report.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('`')[1]);

        Assert.Equal(Fields(Parse(SampleBatch.Full()), "").Distinct(), documented);
    }

    [Fact]
    public void Names_of_any_kind_survive()
    {
        const string Path = "a\"b\\c/<script>/\u202Eنص\u0001/\uD83D\uDE00.md";

        var json = Parse(SampleBatch.Full(Path));

        Assert.Equal(Path, json.GetProperty("failures").GetProperty("items")[0].GetProperty("path").GetString());
        Assert.Equal(Path, json.GetProperty("slowest")[0].GetProperty("path").GetString());
    }

    [Fact]
    public void Half_a_character_in_a_name_does_not_break_the_report()
        => Assert.Equal("a\uFFFD.md", Parse(SampleBatch.Full("a\uD83D.md")).GetProperty("slowest")[0].GetProperty("path").GetString());

    [Fact]
    public void What_there_is_none_of_is_empty_or_null()
    {
        var json = Parse(SampleBatch.Empty());

        Assert.Equal(0, json.GetProperty("timeline").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("workers").GetProperty("utilisation").ValueKind);
    }

    private static JsonElement Parse(BatchReport report)
    {
        using var output = new MemoryStream();
        ReportJson.Write(report, output);
        return JsonDocument.Parse(output.ToArray()).RootElement;
    }

    /// <summary>All fields, in order: <c>documents.total</c>, <c>tiers[].tier</c>.</summary>
    private static IEnumerable<string> Fields(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(field => Fields(field.Value, path.Length == 0 ? field.Name : $"{path}.{field.Name}")),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Fields(item, path + "[]")),
        _ => [path],
    };
}
