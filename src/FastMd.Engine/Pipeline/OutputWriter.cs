using FastMd.Engine.Documents;
using FastMd.Engine.Output;
using FastMd.Engine.Output.State;

namespace FastMd.Engine.Pipeline;

/// <summary>Writes outputs, and takes down what each depends on.</summary>
/// <param name="tree">The destination.</param>
/// <param name="state">Where that is taken down; null where it is not.</param>
/// <param name="foreign">Tells files of people, which are not replaced; null where all files there are outputs.</param>
internal sealed class OutputWriter(OutputTree tree, Lazy<BuildState?>? state, ForeignFiles? foreign = null)
{
    /// <summary>Writes the output of a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="source">What was read of it.</param>
    /// <param name="converted">What is known of it.</param>
    /// <param name="links">Its links; null where they were left alone.</param>
    /// <param name="assets">The files that go along with it.</param>
    /// <param name="output">The output.</param>
    /// <param name="attempt">The try it is part of.</param>
    /// <exception cref="DocumentException">It could not be written.</exception>
    /// <exception cref="OperationCanceledException">The try was abandoned.</exception>
    public void Write(
        PlannedDocument document,
        ReadSource source,
        ConvertedDocument converted,
        DocumentLinks? links,
        IReadOnlyList<string> assets,
        ReadOnlySpan<byte> output,
        Attempt attempt)
    {
        var path = document.OutputPath!;
        if (IsSomebodys(path, document, output))
        {
            if (!attempt.TryCommit())
            {
                throw new OperationCanceledException(attempt.Cancellation);
            }

            return;
        }

        // A file that changed while it was read is converted again by the next run.
        var record = source.Stamp is { } stamp && document is { BasePath: { } basePath, Source.Path: { } sourcePath } && state?.Value is { } known
            ? known.Announce(new(sourcePath, basePath), path, new()
            {
                SourceStamp = stamp,
                SourceHash = source.Hash,
                OutputLength = output.Length,
                OutputHash = ContentHash.Of(output),
                Title = converted.Title,
                HasFrontMatter = converted.FrontMatter is not null,
                LookedUp = links is null ? [] : LookedUp.Of(links.Lookups, assets),
                Links = links?.Facts(converted.Anchors),
                Diagnostics = converted.Diagnostics,
            })
            : null;
        if (!tree.Write(path, output, attempt.TryCommit))
        {
            throw new OperationCanceledException(attempt.Cancellation);
        }

        record?.Confirm();
    }

    /// <summary>Whether somebody wrote there what is to be there; it stays, and stays theirs.</summary>
    /// <exception cref="DocumentException">Somebody wrote something else.</exception>
    private bool IsSomebodys(string path, PlannedDocument document, ReadOnlySpan<byte> output)
        => foreign is not null
            && document.BasePath is { } basePath
            && tree.Existed(Path.GetDirectoryName(path)!)
            && foreign.IsForeign(path, basePath)
            && (ForeignFiles.Holds(path, output) ? true : throw ForeignFiles.Refusal(path));
}
