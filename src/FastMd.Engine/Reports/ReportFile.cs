using FastMd.Engine.Output;
using FastMd.Engine.Pipeline;

namespace FastMd.Engine.Reports;

/// <summary>A report as a file, in the form that the file's extension names.</summary>
public static class ReportFile
{
    /// <summary>Whether the extension names a form there is: <c>.json</c>, <c>.html</c> or <c>.htm</c>.</summary>
    public static bool IsSupported(string path) => IsJson(path) || IsPage(path);

    /// <summary>Whether a document's output is that very file; on some file systems names that differ in case are one.</summary>
    public static bool IsOutputOf(string? path, PlannedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return path is not null && path.Equals(document.OutputPath, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Writes a report; makes the folder if it is not there, and replaces a file that is. A link, a pipe or a device keeps its place, and is written through.</summary>
    /// <param name="report">The report.</param>
    /// <param name="path">Absolute path of the file.</param>
    /// <exception cref="ArgumentException">The extension names no form.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written.</exception>
    public static void Write(BatchReport report, string path)
    {
        ArgumentNullException.ThrowIfNull(report);
        Write(path, file => ReportJson.Write(report, file), file => ReportPage.Write(report, file));
    }

    internal static void Write(string path, Action<Stream> writeJson, Action<Stream> writePage)
    {
        if (!IsSupported(path))
        {
            throw new ArgumentException($"'{path}' is neither .json nor .html.", nameof(path));
        }

        using var file = new MemoryStream();
        (IsJson(path) ? writeJson : writePage)(file);
        using var replacement = new ReplacementFile(path);
        try
        {
            replacement.Content.Write(file.GetBuffer().AsSpan(0, (int)file.Length));
            replacement.Commit();
        }
        catch (ArgumentOutOfRangeException tooLarge)
        {
            throw new IOException("No file may be so large here (see ulimit -f).", tooLarge);
        }
    }

    private static bool IsJson(string path) => Path.GetExtension(path.AsSpan()).Equals(".json", StringComparison.OrdinalIgnoreCase);

    private static bool IsPage(string path)
        => Path.GetExtension(path.AsSpan()) is var extension
            && (extension.Equals(".html", StringComparison.OrdinalIgnoreCase) || extension.Equals(".htm", StringComparison.OrdinalIgnoreCase));
}
