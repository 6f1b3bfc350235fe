using System.Runtime.InteropServices;

namespace FastMd.Bench;

/// <summary>What is measured of FastMd, built when it is first asked for.</summary>
/// <param name="scratch">A folder for what is published.</param>
internal sealed class Products(string scratch)
{
    private readonly Lazy<string> _jit = new(BuildJit);
    private readonly Lazy<string> _readyToRun = new(() => PublishReadyToRun(Path.Combine(scratch, "r2r")));
    private readonly Lazy<string?> _module = new(BuildModule);

    /// <summary>The command line tool as it is built by default: compiled while it runs.</summary>
    public string Jit => _jit.Value;

    /// <summary>The command line tool compiled ahead, as it is released.</summary>
    public string ReadyToRun => _readyToRun.Value;

    /// <summary>The module's manifest; null where the checkout has no module.</summary>
    public string? Module => _module.Value;

    private static string BuildJit()
    {
        Dotnet("build", Repository.At("src", "FastMd.Cli"), "-c", "Release");
        return Repository.At("src", "FastMd.Cli", "bin", "Release", "net10.0", "fastmd.dll");
    }

    private static string PublishReadyToRun(string folder)
    {
        Dotnet(
            "publish", Repository.At("src", "FastMd.Cli"), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier,
            "--self-contained", "false", "-p:PublishReadyToRun=true", "-o", folder);
        return Path.Combine(folder, OperatingSystem.IsWindows() ? "fastmd.exe" : "fastmd");
    }

    private static string? BuildModule()
    {
        Dotnet("build", Repository.At("src", "FastMd.PowerShell"), "-c", "Release");
        var layouts = new DirectoryInfo(Repository.At("out", "FastMd"));
        return layouts.Exists
            ? layouts.EnumerateFiles("FastMd.psd1", SearchOption.AllDirectories).MaxBy(manifest => manifest.LastWriteTimeUtc)?.FullName
            : null;
    }

    private static void Dotnet(params string[] arguments)
    {
        Console.Error.WriteLine($"dotnet {arguments[0]} {Path.GetFileName(arguments[1])} ...");
        new Command("dotnet", arguments).Run();
    }
}
