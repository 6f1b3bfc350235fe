using FastMd.Engine.Configuration;

namespace FastMd.Tests.Unit.Configuration;

public class SettingsTableTests
{
    public static TheoryData<string> Keys => [.. SettingsTable.All.Select(setting => setting.Key)];

    [Fact]
    public void No_two_settings_share_a_name_at_any_door()
    {
        Func<Setting, string>[] doors =
            [setting => setting.Key, setting => setting.Parameter, setting => setting.Option, setting => setting.EnvironmentVariable];
        foreach (var door in doors)
        {
            var names = SettingsTable.All.Select(door).Where(name => name.Length > 0).ToArray();
            Assert.Equal(names.Distinct(StringComparer.OrdinalIgnoreCase), names);
        }
    }

    [Fact]
    public void The_list_holds_every_setting_there_is()
        => Assert.Equal(
            typeof(SettingsTable).GetFields().Select(field => field.GetValue(null)).ToHashSet(),
            SettingsTable.All.ToHashSet<object?>());

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_setting_has_idiomatic_names_and_a_meaning(string key)
    {
        var setting = SettingsTable.All.Single(candidate => candidate.Key == key);

        Assert.Matches("^[a-z][A-Za-z]+$", setting.Key);
        Assert.Matches(setting.HasOwnParameter ? "^-[A-Z][A-Za-z]+( [A-Z][A-Za-z]+)?$" : IsOfTheExecutable(setting) ? "^$" : $"^-Setting {key}$", setting.Parameter);
        Assert.Matches(setting.HasOwnOption ? "^--[a-z-]+$" : $"^--set {key}$", setting.Option);
        Assert.Matches("^FASTMD_[A-Z_]+$", setting.EnvironmentVariable);
        Assert.EndsWith(".", setting.Meaning, StringComparison.Ordinal);
        Assert.NotEmpty(setting.Allowed);
    }

    // It alone sends telemetry.
    private static bool IsOfTheExecutable(Setting setting) => setting == SettingsTable.OtlpEndpoint;

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_default_is_a_value_the_environment_could_give(string key)
    {
        var setting = SettingsTable.All.Single(candidate => candidate.Key == key);
        var asVariable = new SettingsResolver(name => name == setting.EnvironmentVariable ? setting.DefaultText : null, null);
        var asDefault = new SettingsResolver(_ => null, null);

        Assert.Equal(asDefault.Resolve(setting).Value, asVariable.Resolve(setting).Value);
    }
}
