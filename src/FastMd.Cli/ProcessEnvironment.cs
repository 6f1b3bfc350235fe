using System.Diagnostics.CodeAnalysis;

namespace FastMd.Cli;

/// <summary>What a command knows of the process it runs in; tests bring their own.</summary>
/// <param name="WorkingDirectory">Absolute path relative paths belong to.</param>
/// <param name="Variable">Looks up an environment variable.</param>
/// <param name="Input">Standard input.</param>
/// <param name="Output">Standard output: data only.</param>
/// <param name="Messages">Standard error: everything meant for a person.</param>
/// <param name="IsTerminal">Whether messages go to a terminal.</param>
internal sealed record ProcessEnvironment(
    string WorkingDirectory,
    Func<string, string?> Variable,
    Func<Stream> Input,
    Func<Stream> Output,
    TextWriter Messages,
    bool IsTerminal)
{
    /// <summary>Keeps the collector away for a while: what is about to be made is held to the end. Tests share their process, and do not.</summary>
    public Action HoldCollections { get; init; } = static () => { };

    public static ProcessEnvironment Current => new(
        WorkingDirectoryOf(() => Environment.CurrentDirectory, Environment.GetEnvironmentVariable),
        Environment.GetEnvironmentVariable,
        static () => InheritedHandles.Include(0) ? Console.OpenStandardInput() : new ClosedStream("Standard input"),
        static () => InheritedHandles.Include(1) ? Console.OpenStandardOutput() : new ClosedStream("Standard output"),
        InheritedHandles.Include(2) ? new ForgivingWriter(StandardError.Open()) : TextWriter.Null,
        !Console.IsErrorRedirected)
    {
        HoldCollections = Collections.Hold,
    };

    /// <summary>
    /// The working directory. One that was removed is still called by the shell's name for it: what is named from there is not found, and
    /// what needs no place, such as help, works.
    /// </summary>
    /// <param name="ask">Asks the system.</param>
    /// <param name="variable">Looks up an environment variable.</param>
    internal static string WorkingDirectoryOf(Func<string> ask, Func<string, string?> variable)
    {
        try
        {
            return ask();
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return variable("PWD") is { } named && Path.IsPathRooted(named) ? named : Path.GetPathRoot(AppContext.BaseDirectory)!;
        }
    }

    /// <summary>The absolute path of what is typed; null where nothing is.</summary>
    [return: NotNullIfNotNull(nameof(path))]
    public string? Absolute(string? path) => path is null ? null : Path.GetFullPath(path, WorkingDirectory);
}
