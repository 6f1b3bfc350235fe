using System.Text.RegularExpressions;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Pester;

/// <summary>The cmdlets are tested by Pester, in a real PowerShell, against the module as it is laid out to be installed.</summary>
public partial class PesterSuiteTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    private static readonly Dictionary<string, string?> ChildEnvironment = new(StockPowerShell.Settings)
    {
        ["FASTMD_MODULE"] = Path.Combine(Repository.Root, "out", "FastMd"),
        ["FASTMD_OTHER_MODULE"] = Path.Combine(Repository.Root, "out", "tests", "OtherModule", "OtherModule.dll"),
    };

    [Fact]
    public async Task The_cmdlets_pass_their_Pester_tests_and_none_is_skipped()
    {
        string[] arguments = ["-File", Path.Combine(Repository.Root, "tests", "Pester", "Invoke-Tests.ps1"), "-Pester", StockPowerShell.Pester];

        var (exitCode, text) = await ChildProcess.RunAsync(
            StockPowerShell.Program, StockPowerShell.Arguments(arguments), ChildEnvironment, Limit, TestContext.Current.CancellationToken);

        var summary = Summary().Match(text);
        output.WriteLine(summary.Success ? summary.Value : "Pester gave no summary.");
        var failed = FailedTest().Matches(text).Select(match => match.Groups["name"].Value).ToArray();
        Assert.True(failed.Length == 0, $"Pester tests failed:\n{string.Join('\n', failed)}\n\n{text}");
        Assert.True(exitCode == 0, $"Pester ended with exit code {exitCode}:\n{text}");
        Assert.True(summary.Success, $"Pester gave no summary:\n{text}");

        // Elsewhere some look at what only Linux shows: threads, signals, terminals.
        if (OperatingSystem.IsLinux())
        {
            Assert.True(summary.Groups["skipped"].Value == "0", $"Pester skipped tests:\n{text}");
        }
    }

    [GeneratedRegex(@"Tests Passed: [1-9]\d*, Failed: \d+, Skipped: (?<skipped>\d+)[^\r\n]*")]
    private static partial Regex Summary();

    [GeneratedRegex(@"^\s*\[-\] (?<name>.+)$", RegexOptions.Multiline)]
    private static partial Regex FailedTest();
}
