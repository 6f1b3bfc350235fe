using FastMd.Engine.Configuration;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Reports;

namespace FastMd.Cli.Running;

/// <summary>The file diagnostics go to, and the one for the report: neither may be a file that the run needs.</summary>
internal static class DiagnosticsFile
{
    /// <summary>Refuses a file that something else is, before anything is written.</summary>
    /// <exception cref="UsageException">It is a document, an output, the report, the template or the file of settings.</exception>
    public static void Check(RunRequest request, IReadOnlyList<PlannedDocument> planned)
    {
        RefuseOwn("--report", request.ReportFile, request);
        if (request.Diagnostics.File is not { } path)
        {
            return;
        }

        RefuseOwn("--diagnostics", path, request);

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

    private static void RefuseOwn(string option, string? path, RunRequest request)
    {
        if (path is not null && new[] { request.SettingsFile, request.Settings.GetPath(SettingsTable.Template) }.Contains(path, StringComparer.OrdinalIgnoreCase))
        {
            throw new UsageException($"{option}: '{path}' is the template, or the file of settings; name another file.");
        }
    }
}
