using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline.Executing;

namespace FastMd.Engine.Jobs.Books;

/// <summary>What is known of a file before it is read.</summary>
/// <param name="options">What the job depends on.</param>
internal sealed class SourceHashes(JobOptions options)
{
    private readonly bool _hashes = options is { Incremental: true, Destination: not null };

    /// <summary>Size, stamp and hash of a file.</summary>
    /// <exception cref="DocumentException">It is not there, cannot be read, or is too large.</exception>
    public SourceFacts Of(string path, CancellationToken cancellation) => SourceReader.Explained(() =>
    {
        var stamp = FileStamp.Of(path) ?? throw new FileNotFoundException();
        return options.RefusalOf(path, stamp.Length) is { } refusal
            ? throw new DocumentException(refusal)
            : new SourceFacts(stamp.Length, stamp, _hashes ? ContentHash.OfFile(path, cancellation) : default);
    });
}
