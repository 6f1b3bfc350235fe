using System.Management.Automation;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.PowerShell.Reporting;

namespace FastMd.PowerShell.Parameters;

/// <summary>Finds the documents that absolute paths stand for: files as they are, directories by what is in them.</summary>
internal sealed class SourceCollector(Cmdlet cmdlet, JobOptions options, string? basePath, bool recurse)
{
    /// <summary>Whether an error was written.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>The documents, in order.</summary>
    /// <param name="paths">Absolute paths.</param>
    /// <param name="entersFolders">Whether directories stand for what is in them; else they are passed over.</param>
    public IReadOnlyList<DocumentSource> Collect(IEnumerable<string> paths, bool entersFolders)
    {
        var sources = new List<DocumentSource>();
        foreach (var path in paths)
        {
            // A name with a null character stands for no file, and asking for one throws.
            var file = path.Contains('\0') ? null : new FileInfo(path);
            if (file is { Exists: true })
            {
                sources.Add(DocumentSource.FromFile(path, file.Length, basePath));
            }
            else if (Directory.Exists(path) && !entersFolders)
            {
                cmdlet.WriteVerbose($"'{path}' is a directory and was passed over; -Recurse takes what is in it.");
            }
            else if (Directory.Exists(path))
            {
                sources.AddRange(new DocumentTree(path, options.Documents, options.Destination, OnUnreadable).Documents(recurse, basePath));
            }
            else
            {
                Write(DiagnosticErrors.PathNotFound(path, new ItemNotFoundException($"'{path}' does not exist.")));
            }
        }

        return sources;
    }

    private void OnUnreadable(string folder, Exception failure) => Write(DiagnosticErrors.FolderUnreadable(folder, failure));

    private void Write(ErrorRecord error)
    {
        HasFailed = true;
        cmdlet.WriteError(error);
    }
}
