using System.Diagnostics;
using FastMd.Engine.Workers.Launching;

namespace FastMd.Tests.Unit.Workers.Launching;

public class WorkerEnvironmentTests
{
    [Theory]
    [InlineData("PATH")]
    [InlineData("HOME")]
    [InlineData("USERPROFILE")]
    [InlineData("TMPDIR")]
    [InlineData("TEMP")]
    [InlineData("SystemRoot")]
    [InlineData("XDG_CACHE_HOME")]
    [InlineData("LANG")]
    [InlineData("LC_ALL")]
    [InlineData("LC_CTYPE")]
    [InlineData("TZ")]
    [InlineData("LD_LIBRARY_PATH")]
    [InlineData("DOTNET_ROOT")]
    [InlineData("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT")]
    public void What_a_process_needs_to_run_is_inherited(string name) => Assert.Equal("value", Chosen(name));

    [Theory]
    [InlineData("AWS_SECRET_ACCESS_KEY")]
    [InlineData("GITHUB_TOKEN")]
    [InlineData("NUGET_API_KEY")]
    [InlineData("SSH_AUTH_SOCK")]
    [InlineData("FASTMD_CACHE")]
    [InlineData("FASTMD_WORKERS")]
    [InlineData("FASTMD_PATH")]
    [InlineData("DOTNET_TieredPGO")]
    [InlineData("DOTNET_gcServer")]
    [InlineData("DOTNET_GCHeapHardLimit")]
    [InlineData("DOTNET_STARTUP_HOOKS")]
    [InlineData("DOTNET_DiagnosticPorts")]
    [InlineData("COMPlus_gcServer")]
    [InlineData("CORECLR_ENABLE_PROFILING")]
    [InlineData("CORECLR_PROFILER_PATH")]
    [InlineData("LD_PRELOAD")]
    [InlineData("DYLD_INSERT_LIBRARIES")]
    [InlineData("NODE_OPTIONS")]
    [InlineData("MY_LC_ALL")]
    [InlineData("PATHS")]
    [InlineData("")]
    public void Secrets_and_settings_are_not_inherited(string name) => Assert.Null(Chosen(name));

    [Fact]
    public void The_case_of_a_name_counts_where_it_counts_for_the_system()
        => Assert.Equal(OperatingSystem.IsWindows() ? "value" : null, Chosen("Path"));

    [Fact]
    public void A_process_starts_with_what_was_chosen_of_this_ones_environment()
    {
        var start = new ProcessStartInfo("any");
        start.Environment["FASTMD_SECRET"] = "secret";

        WorkerEnvironment.Choose(start.Environment);

        Assert.Equal(Environment.GetEnvironmentVariable("PATH"), start.Environment["PATH"]);
        Assert.DoesNotContain(start.Environment, static variable => variable.Key.StartsWith("FASTMD", StringComparison.OrdinalIgnoreCase));
    }

    private static string? Chosen(string name)
    {
        var environment = new Dictionary<string, string?> { [name] = "value", ["TMP"] = "/tmp", ["SECRET"] = "secret" };
        WorkerEnvironment.Choose(environment);
        Assert.Equal("/tmp", environment["TMP"]);
        Assert.DoesNotContain("SECRET", environment);
        return environment.GetValueOrDefault(name);
    }
}
