using FastMd.Engine.Configuration;

namespace FastMd.Tests.Unit.Configuration;

public sealed class ResourceProfilesTests
{
    public static TheoryData<string> Profiles => [.. Enum.GetNames<ResourceProfile>()];

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(64, 16)]
    public void The_low_profile_takes_a_quarter_of_the_processors(int processors, int workers)
        => Assert.Equal(workers, ResourceProfiles.Of(ResourceProfile.Low, processors)[SettingsTable.Workers]);

    [Theory]
    [MemberData(nameof(Profiles))]
    public void What_a_profile_sets_is_allowed(string profile)
    {
        foreach (var (setting, value) in ResourceProfiles.Of(Enum.Parse<ResourceProfile>(profile), processors: 1024))
        {
            var text = Assert.IsType<int>(value).ToString(System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(value, new SettingsResolver(name => name == setting.EnvironmentVariable ? text : null, null).Get((Setting<int>)setting));
        }
    }

    [Fact]
    public void A_profile_stands_in_for_defaults_and_gives_way_to_every_setting_given()
    {
        var settings = new SettingsResolver(name => name == "FASTMD_MEMORY_LIMIT_MB" ? "77" : null, null);
        settings.Give(SettingsTable.ResourceProfile, ResourceProfile.Low, "--resource-profile");
        settings.Give(SettingsTable.BatchSize, 9, "--batch-size");

        Assert.Equal(50, settings.Get(SettingsTable.CpuLimitPercent));
        Assert.Equal(77, settings.Get(SettingsTable.MemoryLimitMB));
        Assert.Equal(9, settings.Get(SettingsTable.BatchSize));
        Assert.Equal(SettingsTable.TimeoutSeconds.Default, settings.Get(SettingsTable.TimeoutSeconds));
    }

    [Fact]
    public void The_profile_itself_can_come_from_the_environment()
        => Assert.Equal(2048, new SettingsResolver(name => name == "FASTMD_RESOURCE_PROFILE" ? "high" : null, null).Get(SettingsTable.MemoryLimitMB));
}
