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
    public void A_value_that_is_not_allowed_is_refused_by_file_and_key(string content)
    {
        var path = _folder.Write("fastmd.json", content);
        var settings = Settings();

        var failure = Assert.Throws<SettingException>(() => (
            settings.Get(SettingsTable.Workers),
            settings.Get(SettingsTable.Ordered),
            settings.Get(SettingsTable.Exclude),
            settings.Get(SettingsTable.Flavor),
            settings.Get(SettingsTable.Encoding)));

        var key = content.Split('"')[1];
        Assert.StartsWith($"{path}: {key}: ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("allowed: ", failure.Message, StringComparison.Ordinal);
    }

    private SettingsResolver Settings() => new(_ => null, SettingsFile.FindUpward(_folder.Path));
}
