using FastMd.Engine.Configuration;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Configuration;

public sealed class SettingsFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_nearest_file_upward_counts()
    {
        _folder.Write("fastmd.json", """{ "workers": 1 }""");
        var nearest = _folder.Write("a/fastmd.json", """{ "workers": 2 }""");
        _folder.Write("a/b/c/x.md", "x");

        Assert.Equal(nearest, SettingsFile.FindUpward(_folder.At("a", "b", "c"))?.Path);
    }

    [Fact]
    public void All_types_of_values_are_read_with_comments_and_trailing_commas()
    {
        _folder.Write("fastmd.json", """
            {
              "$schema": "https://example.org/fastmd.schema.json",
              // how
              "flavor": "commonmark",
              "encoding": "windows-1252",
              "strictEncoding": true,
              "timeoutSeconds": 1.5,
              "maxDocumentMB": 7,
              "exclude": ["drafts", "*.tmp.md"],
            }
            """);
        var settings = Settings();

        Assert.Equal(MarkdownFlavor.CommonMark, settings.Get(SettingsTable.Flavor));
        Assert.Equal("windows-1252", settings.Get(SettingsTable.Encoding));
        Assert.True(settings.Get(SettingsTable.StrictEncoding));
        Assert.Equal(1.5, settings.Get(SettingsTable.TimeoutSeconds));
        Assert.Equal(7, settings.Get(SettingsTable.MaxDocumentMB));
        Assert.Equal(["drafts", "*.tmp.md"], settings.Get(SettingsTable.Exclude));
    }

    [Theory]
    [InlineData("""{ "worker": 2 }""", "'worker' is not a setting")]
    [InlineData("""{ "Workers": 2 }""", "'Workers' is not a setting")]
    [InlineData("""{ "ocr": "rm -r docs" }""", "'ocr' is a command, and none is taken from a file")]
    [InlineData("[]", "a JSON object is expected")]
    [InlineData("{\n  \"workers\": }", "(2,14): not valid JSON")]
    [InlineData("", "(1,1): not valid JSON")]
    public void A_file_that_makes_no_sense_is_refused_by_its_path(string content, string reason)
    {
        var path = _folder.Write("fastmd.json", content);

        var failure = Assert.Throws<SettingException>(Settings);

        Assert.StartsWith(path, failure.Message, StringComparison.Ordinal);
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "workers": "2" }""")]
    [InlineData("""{ "workers": 2.5 }""")]
    [InlineData("""{ "workers": 5000 }""")]
    [InlineData("""{ "workers": null }""")]
    [InlineData("""{ "ordered": 1 }""")]
    [InlineData("""{ "exclude": "drafts" }""")]
    [InlineData("""{ "exclude": [1] }""")]
    [InlineData("""{ "exclude": [""] }""")]
    [InlineData("""{ "flavor": 1 }""")]
    [InlineData("""{ "flavor": "1" }""")]
    [InlineData("""{ "flavor": "" }""")]
    [InlineData("""{ "encoding": "klingon" }""")]
    [InlineData("""{ "otlpEndpoint": "localhost" }""")]
    [InlineData("""{ "encoding": "\ud800" }""")]
    public void A_value_that_is_not_allowed_is_refused_by_place_and_key(string content)
    {
        var path = _folder.Write("fastmd.json", content);

        var failure = Assert.Throws<SettingException>(Settings);

        var key = content.Split('"')[1];
        Assert.StartsWith($"{path}(1,{content.IndexOf(':', StringComparison.Ordinal) + 3}): ", failure.Message, StringComparison.Ordinal);
        Assert.Contains($" is not a value for {key}; allowed: ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_wrong_in_a_file_is_told_at_once_each_by_line_and_column()
    {
        var path = _folder.Write("fastmd.json", """
            {
              // ä, 😀: columns count as an editor counts them
              /* 😀 */ "workers": 5000,
              "wrokers": 2,
              "klingon": true,
              "tierLimits": [
                1,
                2
              ],
              "retries": 1, "retries": 2
            }
            """.ReplaceLineEndings("\n"));

        var failure = Assert.Throws<SettingException>(Settings);

        Assert.Equal(
            [
                $"{path}(3,23): '5000' is not a value for workers; allowed: 0 to 1024.",
                $"{path}(4,3): 'wrokers' is not a setting; did you mean 'workers'? There are: {string.Join(", ", SettingsTable.All)}.",
                $"{path}(5,3): 'klingon' is not a setting; see the list above.",
                $"{path}(6,17): '[ 1, 2 ]' is not a value for tierLimits; allowed: 5 whole numbers from 0 to 1024 (as text, separated by ';').",
                $"{path}(10,17): 'retries' stands twice; remove one of the two.",
            ],
            failure.Message.Split('\n'));
    }

    [Fact]
    public void A_value_too_long_to_read_is_cut_in_the_message()
    {
        _folder.Write("fastmd.json", $$"""{ "flavor": "{{new string('x', 10_000)}}" }""");

        Assert.Contains("xxx...' is not a value for flavor", Assert.Throws<SettingException>(Settings).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"workers\": 2 } x")]
    [InlineData("{ \"workers\": 2 } { }")]
    [InlineData("{ \"workers\": 2")]
    public void Nothing_may_follow_the_object_or_be_missing(string content)
    {
        _folder.Write("fastmd.json", content);

        Assert.Contains("): not valid JSON: ", Assert.Throws<SettingException>(Settings).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("worker", "workers")]
    [InlineData("Workers", "workers")]
    [InlineData("wokrers", "workers")]
    [InlineData("jobs", "workers")]
    [InlineData("throttleLimit", "workers")]
    [InlineData("FASTMD_WORKERS", "workers")]
    [InlineData("raw-html", "rawHtml")]
    [InlineData("memoryLimit", "memoryLimitMB")]
    [InlineData("timeout", "timeoutSeconds")]
    [InlineData("klingon", null)]
    [InlineData("", null)]
    public void A_misspelt_key_is_answered_with_the_nearest_one(string key, string? meant)
    {
        _folder.Write("fastmd.json", $$"""{ "{{key}}": 1 }""");

        var message = Assert.Throws<SettingException>(Settings).Message;

        Assert.Contains(meant is null ? $"'{key}' is not a setting; there are: " : $"; did you mean '{meant}'? There are: ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_never_ends_is_no_reason_to_compare_for_long()
    {
        _folder.Write("fastmd.json", $$"""{ "{{new string('w', 1_000_000)}}": 1 }""");

        Assert.InRange(Assert.Throws<SettingException>(Settings).Message.Length, 1, 2_000);
    }

    private SettingsResolver Settings() => new(_ => null, SettingsFile.FindUpward(_folder.Path));
}
