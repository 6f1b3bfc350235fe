using System.Management.Automation;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.PowerShell.Reporting;

namespace FastMd.PowerShell.Parameters;

/// <summary>Finds the documents that absolute paths stand for: files as they are, directories by what is in them.</summary>
internal sealed class SourceCollector(Cmdlet cmdlet, JobOptions options, string? basePath, bool recurse)
{
    /// <summary>The documents, in order.</summary>
    public IReadOnlyList<DocumentSource> Collect(IEnumerable<string> paths)
    {
        var sources = new List<DocumentSource>();
        foreach (var path in paths)
        {
            var file = new FileInfo(path);
            if (file.Exists)
            {
                sources.Add(DocumentSource.FromFile(path, file.Length, basePath));
            }
            else if (Directory.Exists(path))
            {
                sources.AddRange(new DocumentTree(path, options.Documents, options.Destination, OnUnreadable).Documents(recurse, basePath));
            }
            else
            {
                cmdlet.WriteError(DiagnosticErrors.PathNotFound(path, new ItemNotFoundException($"'{path}' does not exist.")));
            }
        }

        return sources;
    }

    private void OnUnreadable(string folder, Exception failure) => cmdlet.WriteError(DiagnosticErrors.FolderUnreadable(folder, failure));
}
