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
        Environment.CurrentDirectory,
        Environment.GetEnvironmentVariable,
        Console.OpenStandardInput,
        Console.OpenStandardOutput,
        new ForgivingWriter(StandardError.Open()),
        !Console.IsErrorRedirected)
    {
        HoldCollections = Collections.Hold,
    };

    /// <summary>The absolute path of what is typed; null where nothing is.</summary>
    [return: NotNullIfNotNull(nameof(path))]
    public string? Absolute(string? path) => path is null ? null : Path.GetFullPath(path, WorkingDirectory);
}
