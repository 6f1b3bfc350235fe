using System.Diagnostics;
using System.Reflection;

namespace FastMd.Bench;

/// <summary>A program and its arguments.</summary>
internal sealed record Command(string Program, params IReadOnlyList<string> Arguments)
{
    /// <summary>Variables it is given besides this process's own.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>This program, in one of its other modes.</summary>
    public static Command Self(params IReadOnlyList<string> arguments)
        => new(Path.Combine(AppContext.BaseDirectory, Assembly.GetEntryAssembly()!.GetName().Name + (OperatingSystem.IsWindows() ? ".exe" : "")), arguments);

    /// <summary>Whether a program can be found on the search path.</summary>
    public static bool IsInstalled(string program) => (System.Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe")));

    public ProcessStartInfo ToStartInfo()
    {
        var start = new ProcessStartInfo(Program, Arguments)
        {
            // PowerShell would report home and look for updates in the middle of a measurement.
            Environment = { ["POWERSHELL_TELEMETRY_OPTOUT"] = "1", ["POWERSHELL_UPDATECHECK"] = "Off", ["NO_COLOR"] = "1" },
        };
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    /// <summary>Runs it; gives what it wrote to standard output.</summary>
    public string Run()
    {
        var start = ToStartInfo();
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var messages = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new Refusal($"This failed with exit code {process.ExitCode}; run it by hand and mend it:\n  {this}\n{output}{messages.Result}");
    }

    public override string ToString()
        => string.Join(' ', [.. Environment.Select(variable => $"{variable.Key}={variable.Value}"), Program, .. Arguments]);
}
