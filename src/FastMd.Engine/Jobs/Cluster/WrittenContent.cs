using FastMd.Engine.Documents;
using FastMd.Engine.Output;
using FastMd.Engine.Pipeline.Executing;

namespace FastMd.Engine.Jobs.Cluster;

/// <summary>Content that a worker on another machine has written where it belongs.</summary>
/// <param name="path">Absolute path of the output.</param>
/// <param name="length">Its size in bytes.</param>
/// <param name="hash">Its hash.</param>
internal sealed class WrittenContent(string path, long length, ContentHash hash) : OutputContent(length)
{
    /// <summary>Whether it is there, as far as its size tells.</summary>
    public bool IsThere => FileStamp.Of(path)?.Length == Length;

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> ReadBytes() => File.ReadAllBytes(path);

    /// <inheritdoc/>
    public override ContentHash Hash() => hash;

    /// <inheritdoc/>
    public override bool WriteTo(OutputTree tree, string output, Func<bool> mayCommit, CancellationToken cancellation)
        => IsThere ? mayCommit() : throw new DocumentException(Diagnostic.Error(
            DiagnosticCodes.OutputElsewhere,
            $"A worker wrote '{output}', and it is not there: let all machines write to one shared directory, or choose --cluster-files local or store."));

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        // The file stays.
    }
}
