using System.Runtime.InteropServices;

namespace FastMd.Bench;

/// <summary>What is measured of FastMd, built when it is first asked for.</summary>
/// <param name="scratch">A folder for what is published.</param>
internal sealed class Products(string scratch)
{
    private readonly Lazy<string> _jit = new(BuildJit);
    private readonly Lazy<string> _readyToRun = new(() => PublishReadyToRun(Path.Combine(scratch, "r2r")));
    private readonly Lazy<(string? Path, string? Obstacle)> _native = new(() => PublishNative(Path.Combine(scratch, "native")));
    private string? _module;

    /// <summary>The command line tool as it is built by default: compiled while it runs.</summary>
    public string Jit => _jit.Value;

    /// <summary>The command line tool compiled ahead, as it is released.</summary>
    public string ReadyToRun => _readyToRun.Value;

    /// <summary>The native executable.</summary>
    /// <exception cref="Refusal">It cannot be published here.</exception>
    public string Native => _native.Value.Path ?? throw new Refusal(_native.Value.Obstacle!);

    /// <summary>Why the native executable cannot be published here; null where it can.</summary>
    public string? MissingNative => _native.Value.Obstacle;

    /// <summary>The module's manifest, with the native executable for its worker processes where that can be published; null where the checkout has no module.</summary>
    public string? Module => _module ??= BuildModule(_native.Value.Path);

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

    /// <summary>Publishes apart from the checkout's own intermediate files.</summary>
    private static (string? Path, string? Obstacle) PublishNative(string folder)
    {
        string[] arguments =
        [
            "publish", Repository.At("src", "FastMd.Cli"), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-p:Native=true",
            "--artifacts-path", Path.Combine(folder, "artifacts"), "-o", folder,
        ];
        try
        {
            Dotnet(arguments);
            return (Path.Combine(folder, OperatingSystem.IsWindows() ? "fastmd.exe" : "fastmd"), null);
        }
        catch (Refusal refusal)
        {
            return (null, "the native executable cannot be published here: " + refusal.Message.Split('\n').FirstOrDefault(line => line.Contains("error", StringComparison.Ordinal), "see dotnet publish").Trim());
        }
    }

    private static string? BuildModule(string? native)
    {
        Dotnet("build", Repository.At("src", "FastMd.PowerShell"), "-c", "Release");
        var layouts = new DirectoryInfo(Repository.At("out", "FastMd"));
        var module = layouts.Exists
            ? layouts.EnumerateFiles("FastMd.psd1", SearchOption.AllDirectories).MaxBy(manifest => manifest.LastWriteTimeUtc)
            : null;
        if (module is not null && native is not null)
        {
            var platform = Directory.CreateDirectory(Path.Combine(module.DirectoryName!, "bin", RuntimeInformation.RuntimeIdentifier));
            File.Copy(native, Path.Combine(platform.FullName, Path.GetFileName(native)), overwrite: true);
        }

        return module?.FullName;
    }

    private static void Dotnet(params string[] arguments)
    {
        Console.Error.WriteLine($"dotnet {arguments[0]} {Path.GetFileName(arguments[1])} ...");
        new Command("dotnet", arguments).Run();
    }
}
