using System.CommandLine;

namespace FastMd.Cli.Diagnostics;

/// <summary>The options that say in which form diagnostics are wanted, and where.</summary>
internal sealed class DiagnosticOptions
{
    private static readonly string[] Names = [.. Enum.GetNames<DiagnosticFormat>().Select(name => name.ToLowerInvariant())];

    private readonly Option<string> _format = new("--format")
    {
        Description = "Form of errors and warnings: lines for people, JSON lines, annotations of GitHub Actions or Azure Pipelines, or SARIF [default: text].",
        HelpName = string.Join('|', Names),
    };

    private readonly Option<string> _file = new("--diagnostics")
    {
        Description = "File that errors and warnings are written to in that form; standard error then keeps the lines for people.",
        HelpName = "FILE",
    };

    public DiagnosticOptions(Command command)
    {
        command.Options.Add(_format);
        command.Options.Add(_file);
    }

    /// <summary>What stands on the command line.</summary>
    /// <exception cref="UsageException">There is no such form, or the file has no name.</exception>
    public DiagnosticRequest Read(ParseResult line, string workingDirectory)
    {
        var file = line.GetValue(_file);
        return file is ""
            ? throw new UsageException("--diagnostics needs the path of a file.")
            : new(Format(line.GetValue(_format)), file is null ? null : Path.GetFullPath(file, workingDirectory));
    }

    private static DiagnosticFormat Format(string? text)
    {
        var index = text is null ? 0 : Array.FindIndex(Names, name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        return index >= 0
            ? (DiagnosticFormat)index
            : throw new UsageException($"--format: '{text}' is none of {string.Join(", ", Names)}.");
    }
}
