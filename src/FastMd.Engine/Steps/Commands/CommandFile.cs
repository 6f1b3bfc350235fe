using System.Diagnostics.CodeAnalysis;

namespace FastMd.Engine.Steps.Commands;

/// <summary>Finds the file of a command as the system would, before anything is converted.</summary>
internal static class CommandFile
{
    private static readonly string[] Extensions = OperatingSystem.IsWindows() ? ["", ".exe", ".com"] : [""];
    private static readonly string[] Scripts = OperatingSystem.IsWindows() ? [".cmd", ".bat"] : [];

    /// <summary>Finds it.</summary>
    /// <param name="command">A name, looked for in the folders of <c>PATH</c>, or a path.</param>
    /// <param name="workingDirectory">Absolute path of the folder that relative paths are seen from.</param>
    /// <param name="variable">Looks up an environment variable.</param>
    /// <param name="path">Absolute path of the file.</param>
    /// <param name="refusal">Why it cannot be run, a sentence.</param>
    public static bool TryFind(
        string command, string workingDirectory, Func<string, string?> variable, [NotNullWhen(true)] out string? path, [NotNullWhen(false)] out string? refusal)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(variable);
        var places = Places(command, workingDirectory, variable);
        var found = places.SelectMany(static place => Extensions.Select(extension => place + extension)).FirstOrDefault(IsRunnable);
        refusal = found is null ? Refusal(command, places) : Array.Exists(Scripts, script => found.EndsWith(script, StringComparison.OrdinalIgnoreCase)) ? NeedsShell(command) : null;
        path = refusal is null ? found : null;
        return refusal is null;
    }

    private static string[] Places(string command, string workingDirectory, Func<string, string?> variable)
        => command.Length == 0 ? []
            : command.AsSpan().ContainsAny(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar) || Path.IsPathRooted(command)
                ? [Path.GetFullPath(command, workingDirectory)]
                : [.. (variable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                    .Select(folder => Path.GetFullPath(Path.Combine(folder.Trim('"'), command), workingDirectory))];

    private static string Refusal(string command, string[] places)
        => places.SelectMany(static place => Scripts.Select(script => place + script)).Any(File.Exists) ? NeedsShell(command)
            : places.Any(File.Exists) ? $"'{command}' is not executable."
            : $"'{command}' is not there: it is no file, and in no folder of PATH.";

    // How a batch file reads its arguments cannot be foreseen, so nothing is passed to one unasked.
    private static string NeedsShell(string command) => $"'{command}' is a batch file, which takes a shell: write cmd /c {command}.";

    private static bool IsRunnable(string path)
        => File.Exists(path)
            && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0);
}
