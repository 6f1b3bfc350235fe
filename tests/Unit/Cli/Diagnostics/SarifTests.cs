using System.Text.Json;
using FastMd.Cli;
using FastMd.Cli.Diagnostics;
using FastMd.Engine.Documents;
using FastMd.Tests.Unit.TestSupport;
using FsCheck.Fluent;

namespace FastMd.Tests.Unit.Cli.Diagnostics;

public sealed class SarifTests : IDisposable
{
    private const string BadFrontMatter = "---\na: b: c\n---\n# A\n";

    private readonly FakeProcess _process = new();

    public void Dispose() => _process.Dispose();

    [Fact]
    public async Task A_document_has_the_tool_its_rules_and_a_result_a_diagnostic()
    {
        _process.Folder.Write("docs/a b#ä.md", BadFrontMatter);

        var outcome = await _process.RunAsync("docs", "--output", "site", "--format", "sarif", "--diagnostics", "found.sarif");

        Assert.Equal(ExitCodes.Success, outcome.ExitCode);
        var document = JsonDocument.Parse(_process.Folder.Read("found.sarif")).RootElement;
        Assert.Equal("2.1.0", document.GetProperty("version").GetString());
        var run = Assert.Single(document.GetProperty("runs").EnumerateArray());
        Assert.Equal("utf16CodeUnits", run.GetProperty("columnKind").GetString());
        Assert.True(run.GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean());
        var driver = run.GetProperty("tool").GetProperty("driver");
        Assert.Equal("FastMd", driver.GetProperty("name").GetString());
        Assert.Matches(@"^\d+\.\d+\.\d+", driver.GetProperty("version").GetString());
        var result = Assert.Single(run.GetProperty("results").EnumerateArray());
        Assert.Equal(("FM1101", "warning"), (result.GetProperty("ruleId").GetString(), result.GetProperty("level").GetString()));
        Assert.Equal("FM1101", driver.GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
        Assert.NotEmpty(result.GetProperty("message").GetProperty("text").GetString()!);
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("docs/a%20b%23%C3%A4.md", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal("%SRCROOT%", place.GetProperty("artifactLocation").GetProperty("uriBaseId").GetString());
        Assert.Equal((2, 5), (place.GetProperty("region").GetProperty("startLine").GetInt32(), place.GetProperty("region").GetProperty("startColumn").GetInt32()));
        var root = new Uri(run.GetProperty("originalUriBaseIds").GetProperty("%SRCROOT%").GetProperty("uri").GetString()!);
        Assert.Equal(_process.Folder.At("docs", "a b#ä.md"), new Uri(root, "docs/a%20b%23%C3%A4.md").LocalPath);
    }

    [Fact]
    public async Task Standard_output_gets_it_where_results_do_not_use_it()
    {
        _process.Folder.Write("a.md", BadFrontMatter);

        var outcome = await _process.RunAsync("a.md", "--output", "site", "--format", "sarif");

        Assert.Single(Results(outcome.Output));
        Assert.StartsWith("a.md(2,5): warning FM1101: ", outcome.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--json", "--output", "site")]
    [InlineData("--verbose")]
    public async Task Otherwise_standard_error_gets_it_and_nothing_else(params string[] options)
    {
        _process.Folder.Write("a.md", BadFrontMatter);

        var outcome = await _process.RunAsync(["a.md", "--format", "sarif", .. options]);

        Assert.Single(Results(outcome.Messages));
        Assert.NotEmpty(outcome.Output);
    }

    [Fact]
    public async Task A_run_without_diagnostics_is_a_document_without_results()
    {
        _process.Folder.Write("a.md", "# A\n");

        Assert.Empty(Results((await _process.RunAsync("a.md", "--output", "site", "--format", "sarif")).Output));
    }

    [Fact]
    public async Task A_run_cut_short_says_so()
    {
        _process.Folder.Write("a.md", "# A\n");

        var outcome = await _process.RunAsync(
            new CancellationToken(canceled: true), "a.md", "--output", "site", "--format", "sarif", "--diagnostics", "found.sarif");

        Assert.Equal(ExitCodes.Cancelled, outcome.ExitCode);
        var run = JsonDocument.Parse(_process.Folder.Read("found.sarif")).RootElement.GetProperty("runs")[0];
        Assert.False(run.GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean());
    }

    [Fact]
    public async Task What_is_about_no_file_is_a_notification_since_a_result_needs_a_place()
    {
        _process.Input = [0xFF, (byte)'a'];

        var outcome = await _process.RunAsync("-", "--format", "sarif", "--diagnostics", "found.sarif");

        Assert.NotEmpty(outcome.Output);
        var text = _process.Folder.Read("found.sarif");
        Assert.Empty(Results(text));
        var told = Assert.Single(JsonDocument.Parse(text).RootElement.GetProperty("runs")[0].GetProperty("invocations")[0]
            .GetProperty("toolExecutionNotifications").EnumerateArray());
        Assert.Equal("FM1001", told.GetProperty("descriptor").GetProperty("id").GetString());
        Assert.StartsWith("(standard input): ", told.GetProperty("message").GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_code_is_a_rule_with_words_for_its_help()
    {
        Assert.Equal(
            typeof(DiagnosticCodes).GetFields().Select(code => (string)code.GetRawConstantValue()!).Order(StringComparer.Ordinal),
            RuleBook.Rules.Select(rule => rule.Id));
        Assert.All(RuleBook.Rules, rule =>
        {
            Assert.Matches(@"^\p{Lu}[^\n]*$", rule.Title);
            Assert.Matches(@"^[\p{Lu}`][^\n]*\.$", rule.Why);
            Assert.Contains("\n- What to do: ", rule.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("**", rule.Text, StringComparison.Ordinal);
        });
        Assert.Equal("error", RuleBook.Rules.Single(rule => rule.Id == DiagnosticCodes.DiskFull).Level);
        Assert.Equal("warning", RuleBook.Rules.Single(rule => rule.Id == DiagnosticCodes.InvalidBytes).Level);
    }

    [Fact]
    public void A_document_outside_the_working_directory_has_an_absolute_address()
    {
        var place = PlaceOf(_process.Folder.At("other", "a b.md"), _process.Folder.At("work"));

        Assert.Equal(_process.Folder.At("other", "a b.md"), new Uri(place.GetProperty("uri").GetString()!).LocalPath);
        Assert.False(place.TryGetProperty("uriBaseId", out _));
    }

    [Fact]
    public void Whatever_a_document_is_called_its_address_leads_back_to_it()
        => Property.Holds(
            Property.TextOf("a", "ä", "😀", " ", "%", "%41", "#", "?", ":", "+", "&", "\"", "\\", "\n", "..a", "b.md").Where(name => name.Length > 0),
            name =>
            {
                var uri = PlaceOf($"/work/docs/x{name}", "/work").GetProperty("uri").GetString()!;
                return uri.All(unit => char.IsAsciiLetterOrDigit(unit) || "/%-._~".Contains(unit, StringComparison.Ordinal))
                    && Uri.UnescapeDataString(uri) == $"docs/x{name}";
            });

    [Fact]
    public void Whatever_a_message_says_the_document_stays_one()
        => Property.Holds(Property.AnyText, message =>
        {
            var written = Written("/work/a.md", "/work", Diagnostic.Error("FM1001", message, 1, 1));
            var read = Results(written).Single().GetProperty("message").GetProperty("text").GetString()!;
            return read.Length == message.Length
                && read.Zip(message).All(pair => pair.First == pair.Second || (pair.First == '\uFFFD' && char.IsSurrogate(pair.Second)));
        });

    private static List<JsonElement> Results(string sarif)
        => [.. JsonDocument.Parse(sarif).RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()];

    private static JsonElement PlaceOf(string path, string workingDirectory)
        => Results(Written(path, workingDirectory, Diagnostic.Error("FM1004", "Gone."))).Single()
            .GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation");

    private static string Written(string path, string workingDirectory, Diagnostic diagnostic)
    {
        using var output = new MemoryStream();
        using var sarif = new SarifWriter(output, workingDirectory);
        sarif.Write(path, diagnostic);
        sarif.Complete(ranToItsEnd: true);
        return System.Text.Encoding.UTF8.GetString(output.ToArray());
    }
}
