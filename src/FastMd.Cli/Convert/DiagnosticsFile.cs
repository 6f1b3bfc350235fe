using FastMd.Engine.Pipeline;
using FastMd.Engine.Reports;

namespace FastMd.Cli.Convert;

/// <summary>The file diagnostics go to.</summary>
internal static class DiagnosticsFile
{
    /// <summary>Refuses a file that something else is, before anything is written.</summary>
    /// <exception cref="UsageException">It is a document, an output or the report.</exception>
    public static void Check(ConvertRequest request, IReadOnlyList<PlannedDocument> planned)
    {
        if (request.Diagnostics.File is not { } path)
        {
            return;
        }

        if (path.Equals(request.ReportFile, StringComparison.OrdinalIgnoreCase))
        {
            throw new UsageException($"--diagnostics: '{path}' is the report; name another file.");
        }

        if (planned.FirstOrDefault(document => path.Equals(document.Source.Path, StringComparison.OrdinalIgnoreCase)) is not null)
        {
            throw new UsageException($"--diagnostics: '{path}' is a document; name another file.");
        }

        if (planned.FirstOrDefault(document => ReportFile.IsOutputOf(path, document)) is { } taken)
        {
            throw new UsageException($"--diagnostics: '{path}' is the output of '{taken.Source.Name}'; name another file.");
        }
    }
}
