using System.Text.Json;
using FastMd.Cli;
using FastMd.Engine.Configuration;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Cli;

public sealed class ConfigTests : IDisposable
{
    private readonly FakeProcess _process = new();

    public void Dispose() => _process.Dispose();

    [Fact]
    public async Task The_table_has_a_line_a_setting_its_columns_aligned()
    {
        var path = _process.Folder.Write("fastmd.json", """{ "workers": 3, "resourceProfile": "low" }""");
        _process.Variables["FASTMD_RETRIES"] = "2";

        var outcome = await RunAsync("--flavor", "commonmark");

        Assert.Equal((ExitCodes.Success, ""), (outcome.ExitCode, outcome.Messages));
        Assert.Equal(SettingsTable.All.Count + 2, outcome.OutputLines.Length);
        Assert.Equal(
            [Row("Setting", "Value", "Default", "From"), Row("to", "\"html\"", "\"html\"", "default"), Row("flavor", "\"commonmark\"", "\"gfm\"", "--flavor")],
            [.. outcome.OutputLines[..2], outcome.OutputLines.Single(line => line.StartsWith("flavor ", StringComparison.Ordinal))]);
        Assert.Contains(Row("workers", "3", "0", $"{path}(1,14)"), outcome.OutputLines);
        Assert.Contains(Row("retries", "2", "3", "FASTMD_RETRIES"), outcome.OutputLines);
        Assert.Contains(Row("memoryLimitMB", "128", "512", "resource profile low"), outcome.OutputLines);
        Assert.Equal($"Settings file: {path}", outcome.OutputLines[^1]);
    }

    // As wide as the longest name of a setting, and as values may be.
    private static string Row(string setting, string value, string defaultValue, string from) => $"{setting,-23}  {value,-32}  {defaultValue,-32}  {from}";

    [Fact]
    public async Task A_long_value_does_not_widen_every_line()
    {
        _process.Variables["FASTMD_EXCLUDE"] = string.Join(';', Enumerable.Range(0, 20));

        var outcome = await RunAsync();

        Assert.True(outcome.OutputLines[0].Length < 100);
    }

    [Fact]
    public async Task Without_a_settings_file_the_table_says_so()
        => Assert.Equal($"There is no fastmd.json in {_process.Folder.Path} or above it.", (await RunAsync()).OutputLines[^1]);

    [Fact]
    public async Task Json_has_an_object_a_setting()
    {
        var path = _process.Folder.Write("fastmd.json", """{ "exclude": ["drafts"] }""");

        var outcome = await RunAsync("--json", "--jobs", "2");

        var rows = outcome.OutputLines.Select(line => JsonDocument.Parse(line).RootElement).ToDictionary(row => row.GetProperty("key").GetString()!);
        Assert.Equal(SettingsTable.All.Count, rows.Count);
        Assert.All(rows.Values, row => Assert.Equal(
            ["key", "value", "default", "origin", "source", "allowed", "option", "parameter", "environment", "meaning"],
            row.EnumerateObject().Select(property => property.Name)));
        Assert.Equal("""["drafts"] [] "file" """ + $"\"{path}(1,14)\"", Raw(rows["exclude"]));
        Assert.Equal("2 0 \"option\" \"--jobs\"", Raw(rows["workers"]));
        Assert.Equal("\"gfm\" \"gfm\" \"default\" null", Raw(rows["flavor"]));
    }

    [Fact]
    public async Task Another_directory_is_looked_at_from_the_working_directory()
    {
        _process.Folder.Write("fastmd.json", "not JSON");
        var path = _process.Folder.Write("docs/fastmd.json", "{}");

        Assert.Equal($"Settings file: {path}", (await RunAsync("-d", "docs")).OutputLines[^1]);
    }

    [Fact]
    public async Task The_schema_is_that_of_the_documentation_and_needs_no_settings()
    {
        _process.Folder.Write("fastmd.json", "not JSON");

        var outcome = await RunAsync("--schema");

        Assert.Equal(File.ReadAllText(Path.Combine(Repository.Root, "docs", "fastmd.schema.json")).ReplaceLineEndings("\n"), outcome.Output);
    }

    [Fact]
    public async Task What_is_wrong_with_the_settings_is_said_instead()
    {
        var path = _process.Folder.Write("fastmd.json", """{ "workers": "many" }""");

        var outcome = await RunAsync();

        Assert.Equal(ExitCodes.Usage, outcome.ExitCode);
        Assert.Equal("", outcome.Output);
        Assert.Equal($"fastmd: {path}(1,14): '\"many\"' is not a value for workers; allowed: 0 to 1024.", outcome.Messages.TrimEnd());
    }

    [Theory]
    [InlineData("--directory", "")]
    [InlineData("--directory", "nowhere")]
    [InlineData("--no-such-option")]
    [InlineData("docs")]
    public async Task What_makes_no_sense_is_a_usage_error(params string[] arguments)
    {
        var outcome = await RunAsync(arguments);

        Assert.Equal(ExitCodes.Usage, outcome.ExitCode);
        Assert.NotEmpty(outcome.Messages);
        Assert.Equal("", outcome.Output);
    }

    private static string Raw(JsonElement row)
        => string.Join(' ', new[] { "value", "default", "origin", "source" }.Select(name => row.GetProperty(name).GetRawText()));

    private Task<FakeProcess.Outcome> RunAsync(params string[] arguments)
        => _process.RunCommandAsync(TestContext.Current.CancellationToken, ["config", .. arguments]);
}
