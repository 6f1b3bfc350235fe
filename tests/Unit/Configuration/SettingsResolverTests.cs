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
    public void A_value_given_out_of_bounds_is_refused_under_the_name_the_user_knows()
    {
        var failure = Assert.Throws<SettingException>(() => Settings().Give(SettingsTable.BatchSize, -1, "-BatchSize"));

        Assert.StartsWith("-BatchSize: '-1' ", failure.Message, StringComparison.Ordinal);
    }

    private SettingsResolver Settings()
        => new(name => _environment.GetValueOrDefault(name), SettingsFile.FindUpward(_folder.Path));
}
