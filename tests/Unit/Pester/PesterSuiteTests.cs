using System.Text.RegularExpressions;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Pester;

/// <summary>The cmdlets are tested by Pester, in a real PowerShell, against the module as it is laid out to be installed.</summary>
public partial class PesterSuiteTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    private static readonly Dictionary<string, string?> ChildEnvironment = new()
    {
        ["POWERSHELL_TELEMETRY_OPTOUT"] = "1",
        ["POWERSHELL_UPDATECHECK"] = "Off",
        ["NO_COLOR"] = "1",
        ["FASTMD_MODULE"] = Path.Combine(Repository.Root, "out", "FastMd"),
        ["FASTMD_OTHER_MODULE"] = Path.Combine(Repository.Root, "out", "tests", "OtherModule", "OtherModule.dll"),
    };

    [Fact]
    public async Task The_cmdlets_pass_their_Pester_tests()
    {
        var (pwsh, why) = await FindPowerShellAsync();
        Assert.SkipWhen(pwsh is null, why);

        var (exitCode, text) = await RunAsync(pwsh!, "-File", Path.Combine(Repository.Root, "tests", "Pester", "Invoke-Tests.ps1"));

        output.WriteLine(Summary().Match(text) is { Success: true } summary ? summary.Value : "Pester gave no summary.");
        var failed = FailedTest().Matches(text).Select(match => match.Groups["name"].Value).ToArray();
        Assert.True(failed.Length == 0, $"Pester tests failed:\n{string.Join('\n', failed)}\n\n{text}");
        Assert.True(exitCode == 0, $"Pester ended with exit code {exitCode}:\n{text}");
    }

    private static async Task<(string? PowerShell, string Why)> FindPowerShellAsync()
    {
        var name = OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh";
        var pwsh = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
        if (pwsh is null)
        {
            return (null, "PowerShell is not here: no pwsh on the PATH.");
        }

        const string Probe = "[string](Get-Module Pester -ListAvailable | Where-Object Version -ge 5.0 | Select-Object -First 1).Version";
        var (_, version) = await RunAsync(pwsh, "-Command", Probe);
        return string.IsNullOrWhiteSpace(version)
            ? (null, "Pester 5 is not here: Install-Module Pester -MinimumVersion 5.0 puts it here.")
            : (pwsh, "");
    }

    private static Task<(int ExitCode, string Output)> RunAsync(string pwsh, params string[] arguments) => ChildProcess.RunAsync(
        pwsh, ["-NoLogo", "-NoProfile", "-NonInteractive", .. arguments], ChildEnvironment, Limit, TestContext.Current.CancellationToken);

    [GeneratedRegex(@"Tests Passed: \d+, Failed: \d+[^\r\n]*")]
    private static partial Regex Summary();

    [GeneratedRegex(@"^\s*\[-\] (?<name>.+)$", RegexOptions.Multiline)]
    private static partial Regex FailedTest();
}
