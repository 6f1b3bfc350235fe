using FastMd.Cli;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Docs.Samples;

/// <summary>Runs what samples say to a shell, in an example tree.</summary>
internal static class Shell
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private static readonly string Executable = Path.Combine(AppContext.BaseDirectory, typeof(CommandLine).Assembly.GetName().Name!);

    // What 'gh release download' brings: an archive with the executable, and checksums that name more than was downloaded.
    private static readonly string Release = $"""
        mkdir -p release-of-test && printf '#!/usr/bin/env bash\nexec "{Executable}" "$@"\n' > release-of-test/fastmd && chmod +x release-of-test/fastmd
        tar -czf fastmd-0.1.0-linux-x64.tar.gz -C release-of-test fastmd
        sha256sum fastmd-0.1.0-linux-x64.tar.gz > SHA256SUMS
        echo "{new string('0', 64)}  FastMd.0.1.0.nupkg" >> SHA256SUMS
        rm -r release-of-test
        """;

    /// <summary>Why no script of a Unix shell can be run here; empty where it can.</summary>
    public static string WhyNoBash { get; } = OperatingSystem.IsLinux() && Programs.Has("bash")
        ? ""
        : "The samples for a Unix shell are for bash with GNU tools, as on Linux.";

    /// <summary>A tree in which samples for a Unix shell find what they need.</summary>
    public static ExampleTree Tree(bool withDeadLinks = false, bool isInstalled = true)
    {
        var tree = new ExampleTree(withDeadLinks);
        tree.AddProgram("gh", $"[ \"$1 $2\" = 'release download' ]\n{Release}");
        tree.AddProgram("jq", "cat > /dev/null");
        tree.AddProgram("pwsh", $"exec \"{StockPowerShell.Program}\" \"{StockPowerShell.Assembly}\" \"$@\"");
        if (isInstalled)
        {
            tree.AddProgram("fastmd", $"exec \"{Executable}\" \"$@\"");
        }

        return tree;
    }

    public static Task<(int ExitCode, string Output)> BashAsync(ExampleTree tree, string script, params (string Name, string Value)[] variables)
        => RunAsync(Programs.Find("bash")!, ["-c", $"cd '{tree.Path}'\nset -euo pipefail\n{script}"], tree, variables);

    public static Task<(int ExitCode, string Output)> PowerShellAsync(ExampleTree tree, string script, params (string Name, string Value)[] variables)
    {
        const string Head = """
            $ErrorActionPreference = 'Stop'
            $PSStyle.OutputRendering = 'PlainText'
            function Install-PSResource { param([string] $Name) Get-Module $Name -ListAvailable | Out-Null }

            """;
        var file = Path.Combine(tree.Path, "bin", $"{Guid.NewGuid():n}.ps1");
        File.WriteAllText(file, $"{Head}Set-Location -LiteralPath '{tree.Path}'\n{script}");
        var modules = Path.Combine(Repository.Root, "out") + Path.PathSeparator + Environment.GetEnvironmentVariable("PSModulePath");
        return RunAsync(StockPowerShell.Program, StockPowerShell.Arguments("-File", file), tree, [.. variables, ("PSModulePath", modules)]);
    }

    private static Task<(int ExitCode, string Output)> RunAsync(
        string program, IReadOnlyList<string> arguments, ExampleTree tree, IEnumerable<(string Name, string Value)> variables)
    {
        var added = tree.Has("bin/added.txt") ? tree.Read("bin/added.txt").Trim() : "";
        var environment = new Dictionary<string, string?>(StockPowerShell.Settings)
        {
            ["PATH"] = string.Join(Path.PathSeparator, [Path.Combine(tree.Path, "bin"), added, Environment.GetEnvironmentVariable("PATH")]),
            ["GITHUB_PATH"] = Path.Combine(tree.Path, "bin", "added.txt"),
            ["GITHUB_ACTIONS"] = null,
            ["TF_BUILD"] = null,
        };
        foreach (var (name, value) in variables)
        {
            environment[name] = value;
        }

        return ChildProcess.RunAsync(program, arguments, environment, Limit, TestContext.Current.CancellationToken);
    }
}
