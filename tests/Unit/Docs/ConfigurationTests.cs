using FastMd.Engine.Configuration;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Docs;

public sealed class ConfigurationTests
{
    [Fact]
    public void The_documentation_lists_every_setting_as_the_table_has_it()
    {
        var documented = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "configuration.md"))
            .SkipWhile(line => !line.StartsWith("|---", StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(line => line.StartsWith('|'));

        Assert.Equal(SettingsTable.All.Select(Row), documented);
    }

    private static string Row(Setting setting)
        => $"| `{setting.Key}` | {Code(setting.DefaultText)} | {setting.Allowed} | {Code(setting.Option)} | {Code(setting.Parameter)} | `{setting.EnvironmentVariable}` | {setting.Meaning} |";

    private static string Code(string text) => text.Length == 0 ? "" : $"`{text}`";
}
