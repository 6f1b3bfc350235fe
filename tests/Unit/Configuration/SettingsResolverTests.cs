using FastMd.Engine.Configuration;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Configuration;

public sealed class SettingsResolverTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string> _environment = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_given_wins_over_the_environment_that_over_the_file_and_that_over_the_default()
    {
        Assert.Equal(SettingsTable.Workers.Default, Settings().Get(SettingsTable.Workers));

        _folder.Write("fastmd.json", """{ "workers": 3 }""");
        Assert.Equal(3, Settings().Get(SettingsTable.Workers));

        _environment["FASTMD_WORKERS"] = "5";
        Assert.Equal(5, Settings().Get(SettingsTable.Workers));

        var settings = Settings();
        settings.Give(SettingsTable.Workers, 7, "--jobs");
        Assert.Equal(7, settings.Get(SettingsTable.Workers));
    }

    [Fact]
    public void An_empty_variable_says_nothing()
    {
        _folder.Write("fastmd.json", """{ "workers": 3 }""");
        _environment["FASTMD_WORKERS"] = "";

        Assert.Equal(3, Settings().Get(SettingsTable.Workers));
    }

    [Theory]
    [InlineData("FASTMD_WORKERS", "1025")]
    [InlineData("FASTMD_WORKERS", "-1")]
    [InlineData("FASTMD_WORKERS", "many")]
    [InlineData("FASTMD_WORKERS", "1.5")]
    public void A_variable_out_of_bounds_is_named_with_what_is_allowed(string variable, string value)
    {
        _environment[variable] = value;

        var failure = Assert.Throws<SettingException>(() => Settings().Get(SettingsTable.Workers));

        Assert.Equal($"{variable}: '{value}' is not a value for workers; allowed: 0 to 1024.", failure.Message);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("TRUE", true)]
    [InlineData("1", true)]
    [InlineData("false", false)]
    [InlineData("0", false)]
    public void Switches_are_true_false_one_or_zero(string text, bool expected)
    {
        _environment["FASTMD_ORDERED"] = text;

        Assert.Equal(expected, Settings().Get(SettingsTable.Ordered));
    }

    [Theory]
    [InlineData("FASTMD_ORDERED", "yes")]
    [InlineData("FASTMD_TIMEOUT_SECONDS", "NaN")]
    [InlineData("FASTMD_TIMEOUT_SECONDS", "1,5")]
    [InlineData("FASTMD_TIMEOUT_SECONDS", "-1")]
    [InlineData("FASTMD_FLAVOR", "1")]
    [InlineData("FASTMD_FLAVOR", "klingon")]
    [InlineData("FASTMD_ENCODING", "klingon")]
    public void Values_of_other_types_are_checked_too(string variable, string value)
    {
        _environment[variable] = value;
        var settings = Settings();

        var failure = Assert.Throws<SettingException>(() => (
            settings.Get(SettingsTable.Ordered),
            settings.Get(SettingsTable.TimeoutSeconds),
            settings.Get(SettingsTable.Flavor),
            settings.Get(SettingsTable.Encoding)));

        Assert.StartsWith($"{variable}: '{value}' ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_in_the_environment_are_separated_by_semicolons()
    {
        _environment["FASTMD_EXCLUDE"] = "drafts; *.tmp.md;";

        Assert.Equal(["drafts", "*.tmp.md"], Settings().Get(SettingsTable.Exclude));
    }

    [Fact]
    public void A_fraction_is_read_the_same_in_every_country()
    {
        _environment["FASTMD_TIMEOUT_SECONDS"] = "0.5";

        Assert.Equal(0.5, Settings().Get(SettingsTable.TimeoutSeconds));
    }

    [Fact]
    public void Every_variable_that_is_not_allowed_is_named_at_once_but_for_those_that_do_not_count()
    {
        _environment["FASTMD_WORKERS"] = "many";
        _environment["FASTMD_FLAVOR"] = "klingon";
        _environment["FASTMD_RETRIES"] = "-1";
        var settings = Settings();
        settings.Give(SettingsTable.Retries, 1, "-Retries");

        var failure = Assert.Throws<SettingException>(() => settings.Get(SettingsTable.Workers));

        Assert.Equal(
            [
                "FASTMD_FLAVOR: 'klingon' is not a value for flavor; allowed: gfm, commonmark.",
                "FASTMD_WORKERS: 'many' is not a value for workers; allowed: 0 to 1024.",
            ],
            failure.Message.Split('\n'));
    }

    [Fact]
    public void Each_value_says_where_it_came_from()
    {
        var path = _folder.Write("fastmd.json", """{ "exclude": ["drafts"], "retries": 1, "resourceProfile": "low" }""");
        _environment["FASTMD_RETRIES"] = "2";
        var settings = Settings();
        settings.Give(SettingsTable.Workers, 7, "--jobs");

        Assert.Equal(("7", SettingOrigin.Given, "--jobs"), Told(settings, SettingsTable.Workers));
        Assert.Equal(("2", SettingOrigin.Environment, "FASTMD_RETRIES"), Told(settings, SettingsTable.Retries));
        Assert.Equal(("[\"drafts\"]", SettingOrigin.File, $"{path}(1,14)"), Told(settings, SettingsTable.Exclude));
        Assert.Equal(("\"low\"", SettingOrigin.File, $"{path}(1,59)"), Told(settings, SettingsTable.ResourceProfile));
        Assert.Equal(("128", SettingOrigin.ResourceProfile, "low"), Told(settings, SettingsTable.MemoryLimitMB));
        Assert.Equal(("\"gfm\"", SettingOrigin.Default, ""), Told(settings, SettingsTable.Flavor));
    }

    [Fact]
    public void All_settings_are_told_in_the_order_of_the_table()
        => Assert.Equal(SettingsTable.All, Settings().ResolveAll().Select(resolved => resolved.Setting));

    [Fact]
    public void A_value_given_out_of_bounds_is_refused_under_the_name_the_user_knows()
    {
        var failure = Assert.Throws<SettingException>(() => Settings().Give(SettingsTable.BatchSize, -1, "-BatchSize"));

        Assert.StartsWith("-BatchSize: '-1' ", failure.Message, StringComparison.Ordinal);
    }

    private static (string Json, SettingOrigin Origin, string Source) Told(SettingsResolver settings, Setting setting)
    {
        var resolved = settings.Resolve(setting);
        return (resolved.Json, resolved.Origin, resolved.Source);
    }

    private SettingsResolver Settings()
        => new(name => _environment.GetValueOrDefault(name), SettingsFile.FindUpward(_folder.Path));
}
