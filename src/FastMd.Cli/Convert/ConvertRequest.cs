using FastMd.Engine.Configuration;

namespace FastMd.Cli.Convert;

/// <summary>What the command line asks for.</summary>
internal sealed record ConvertRequest
{
    /// <summary>Files, directories, globs or <c>-</c>, as typed.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>Absolute path of the output directory; null for standard output.</summary>
    public string? Destination { get; init; }

    /// <summary>Absolute path output paths are relative to; null where the input decides.</summary>
    public string? BasePath { get; init; }

    public required SettingsResolver Settings { get; init; }

    public bool Force { get; init; }

    /// <summary>Whether outputs without a source are removed.</summary>
    public bool Prune { get; init; }

    /// <summary>Whether a document that is refused leaves a file that says why, in its output's place.</summary>
    public bool ErrorFiles { get; init; }

    public bool DryRun { get; init; }

    public ProgressMode Progress { get; init; }

    public bool Json { get; init; }

    /// <summary>Absolute path of the file the report is written to; null for none.</summary>
    public string? ReportFile { get; init; }

    /// <summary>Whether an alert fails the run.</summary>
    public bool FailOnAlert { get; init; }

    public bool Quiet { get; init; }

    public bool Verbose { get; init; }
}
