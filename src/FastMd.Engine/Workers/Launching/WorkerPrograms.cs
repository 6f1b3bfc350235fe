using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Workers.Launching;

/// <summary>Finds what worker processes are started from.</summary>
internal static class WorkerPrograms
{
    /// <summary>What to say where there is nothing to start, as a part of a sentence.</summary>
    public const string Missing = "there is no fastmd executable for this platform beside the engine, and no dotnet to run one";

    private const string Product = "fastmd";

    /// <summary>The runtime identifier of this platform, as folders of executables are called.</summary>
    public static string Platform { get; } =
        $"{(OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux")}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";

    private static string Executable { get; } = OperatingSystem.IsWindows() ? $"{Product}.exe" : Product;

    /// <summary>The executable that this process is, or the one beside it.</summary>
    /// <param name="variable">Looks up an environment variable.</param>
    public static WorkerProgram? OfThisProcess(Func<string, string?> variable)
        => !RuntimeFeature.IsDynamicCodeSupported && Environment.ProcessPath is { } native
            ? new(native, [WorkerProgram.Command], IsNative: true)
            : Managed(AppContext.BaseDirectory, variable);

    /// <summary>The native executable that the module brings for this platform, else the managed one if there is a runtime for it; null where there is none.</summary>
    /// <param name="module">Absolute path of the module's folder.</param>
    /// <param name="variable">Looks up an environment variable.</param>
    public static WorkerProgram? OfModule(string module, Func<string, string?> variable)
        => Path.Combine(module, "bin", Platform, Executable) is var native && File.Exists(native) && ExecutableFile.Usable(native, CacheFolder.Of(variable)) is { } usable
            ? new(usable, [WorkerProgram.Command], IsNative: true)
            : Managed(Path.Combine(module, "bin", "managed"), variable);

    private static WorkerProgram? Managed(string folder, Func<string, string?> variable)
        => Path.Combine(folder, $"{Product}.dll") is var library && File.Exists(library) && File.Exists(Path.Combine(folder, $"{Product}.runtimeconfig.json")) && DotNet(variable) is { } dotnet
            ? new(dotnet, [library, WorkerProgram.Command], IsNative: false)
            : null;

    private static string? DotNet(Func<string, string?> variable)
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var folders = (variable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Prepend(variable("DOTNET_ROOT") ?? "")
            .Where(Path.IsPathFullyQualified);
        return Path.GetFileName(Environment.ProcessPath) == name
            ? Environment.ProcessPath
            : folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }
}
