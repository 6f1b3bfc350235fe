using System.Text.Json;
using FastMd.Engine.Configuration;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Configuration;

public sealed class SettingsSchemaTests : IDisposable
{
    private static readonly JsonElement Schema = JsonDocument.Parse(SettingsSchema.Text).RootElement;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_has_every_setting_that_is_no_command_with_its_meaning_and_default()
        => Assert.All(SettingsTable.All.Where(static setting => !setting.IsCommand), setting =>
        {
            var property = Schema.GetProperty("properties").GetProperty(setting.Key);
            Assert.Equal(setting.Meaning, property.GetProperty("description").GetString());
            Assert.Equal(setting.DefaultJson, JsonSerializer.Serialize(property.GetProperty("default")));
            Assert.True(SchemaCheck.Allows(property, property.GetProperty("default")));
        });

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{ "$schema": "./fastmd.schema.json", "workers": 4 }""")]
    [InlineData("""{ "flavor": "commonmark", "exclude": ["drafts", "**/old/*.md"], "strictEncoding": true }""")]
    [InlineData("""{ "exclude": [] }""")]
    [InlineData("""{ "timeoutSeconds": 1.5, "alertErrorPercent": 0.5 }""")]
    [InlineData("""{ "workers": 0 }""")]
    [InlineData("""{ "workers": 1024 }""")]
    [InlineData("""{ "tierBoundsMB": [1, 2, 3, 4], "tierLimits": [1, 2, 3, 4, 5] }""")]
    [InlineData("""{ "otlpEndpoint": "" }""")]
    [InlineData("""{ "otlpEndpoint": "HTTPS://collector.example:4318" }""")]
    public void What_is_allowed_the_schema_and_the_reader_both_take(string document)
        => Assert.Equal((true, true), (SchemaCheck.Allows(Schema, JsonDocument.Parse(document).RootElement), IsRead(document)));

    [Theory]
    [InlineData("""[]""")]
    [InlineData("""{ "worker": 4 }""")]
    [InlineData("""{ "workers": "4" }""")]
    [InlineData("""{ "workers": 4.5 }""")]
    [InlineData("""{ "workers": -1 }""")]
    [InlineData("""{ "workers": 1025 }""")]
    [InlineData("""{ "workers": null }""")]
    [InlineData("""{ "ordered": "true" }""")]
    [InlineData("""{ "flavor": "klingon" }""")]
    [InlineData("""{ "encoding": "" }""")]
    [InlineData("""{ "exclude": "drafts" }""")]
    [InlineData("""{ "exclude": [""] }""")]
    [InlineData("""{ "exclude": [1] }""")]
    [InlineData("""{ "timeoutSeconds": 86400.5 }""")]
    [InlineData("""{ "tierLimits": [1, 2] }""")]
    [InlineData("""{ "tierLimits": [] }""")]
    [InlineData("""{ "tierLimits": [0, 0, 0, 0, 1025] }""")]
    [InlineData("""{ "otlpEndpoint": "localhost:4318" }""")]
    public void What_is_not_allowed_the_schema_and_the_reader_both_refuse(string document)
        => Assert.Equal((false, false), (SchemaCheck.Allows(Schema, JsonDocument.Parse(document).RootElement), IsRead(document)));

    private bool IsRead(string document)
    {
        _folder.Write(SettingsFile.FileName, document);
        return Record.Exception(() => SettingsFile.FindUpward(_folder.Path)) is not SettingException;
    }
}
