using System.Runtime.InteropServices;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Cli.Native;

/// <summary>
/// The executable as it is published natively, once for all tests of it; kept in out/tests, so that publishing again what did not change
/// is quick. What it is compiled from lies there too: the checkout's own intermediate files are those of the ordinary build.
/// </summary>
public sealed class NativeExecutable : IAsyncLifetime
{
    private const string MissingPackage = "NU1101";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    private static readonly string Artifacts = System.IO.Path.Combine(Repository.Root, "out", "tests", "native");

    private string? _path;
    private string? _obstacle;

    /// <summary>Its path; the test is skipped, and says why, where it cannot be published here.</summary>
    public string Path
    {
        get
        {
            Assert.SkipWhen(_obstacle is not null, _obstacle ?? "");
            return _path!;
        }
    }

    /// <summary>The map of what is in it, by its compiler.</summary>
    public string Map => Directory.EnumerateFiles(Artifacts, System.IO.Path.GetFileNameWithoutExtension(Path) + ".map.xml", SearchOption.AllDirectories).Single();

    public async ValueTask InitializeAsync()
    {
        if (OperatingSystem.IsLinux() && !File.Exists("/usr/bin/clang") && !File.Exists("/usr/bin/gcc"))
        {
            _obstacle = "Neither clang nor gcc is here to link a native executable.";
            return;
        }

        var log = await PublishAsync();
        if (_path is null && log.Contains(MissingPackage, StringComparison.Ordinal))
        {
            _obstacle = "The registry has no native runtime pack for this platform.";
        }

        Assert.True(_path is not null || _obstacle is not null, log);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<string> PublishAsync()
    {
        string[] arguments =
        [
            "publish", System.IO.Path.Combine(Repository.Root, "src", "FastMd.Cli"), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier,
            "-p:Native=true", "-p:IlcGenerateMapFile=true", "--artifacts-path", Artifacts, "-o", System.IO.Path.Combine(Artifacts, "publish"), "-nodeReuse:false",
        ];
        var environment = new Dictionary<string, string?> { ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1", ["DOTNET_NOLOGO"] = "1" };
        var (exitCode, output) = await ChildProcess.RunAsync("dotnet", arguments, environment, Limit, CancellationToken.None);
        _path = exitCode == 0 ? System.IO.Path.Combine(Artifacts, "publish", OperatingSystem.IsWindows() ? "fastmd.exe" : "fastmd") : null;
        return output;
    }
}
