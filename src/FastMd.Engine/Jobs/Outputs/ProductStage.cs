using FastMd.Engine.Documents;
using FastMd.Engine.Jobs.Targets;
using FastMd.Engine.Output;
using FastMd.Engine.Output.State;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Pipeline.Executing;

namespace FastMd.Engine.Jobs.Outputs;

/// <summary>Writes the files that a target makes of several documents, once all of them are done.</summary>
/// <param name="target">The target.</param>
/// <param name="destination">Where they are written.</param>
/// <param name="planner">Knows the places that are claimed.</param>
/// <param name="basePath">Absolute path of the folder that documents without one of their own are seen from.</param>
internal sealed class ProductStage(Target target, JobDestination destination, ConversionPlanner planner, string basePath) : IResultConsumer
{
    // By index: a document that is done again is there once.
    private readonly SortedDictionary<long, DocumentEntry> _documents = [];

    /// <inheritdoc/>
    public void Consume(ConversionResult result)
    {
        if (result is { IsDone: true, OutputPath: { } output, Document: { Path: { } path } source })
        {
            _documents[result.Index] = new(path, source.Part ?? "", result.Title, output) { Name = destination.Map.NameOf(output) };
        }
    }

    /// <summary>Writes them.</summary>
    /// <returns>One result each, with indexes from the first free one.</returns>
    public IEnumerable<ConversionResult> Run(long firstIndex)
    {
        var index = firstIndex;
        foreach (var product in target.Products([.. _documents.Values]))
        {
            yield return Write(product, index++);
        }
    }

    private ConversionResult Write(TargetProduct product, long index)
    {
        var origin = new OutputOrigin(product.Source ?? basePath, basePath, OutputKind.Product);
        var result = new ConversionResult
        {
            Index = index,
            SourcePath = origin.Source,
            Kind = OutputKind.Product,
            Status = ConversionStatus.Converted,
        };
        try
        {
            var path = destination.Map.PlaceOf(product.Path);
            if (!planner.ClaimFor(origin.Source, path, basePath))
            {
                throw new DocumentException(Diagnostic.Error(
                    DiagnosticCodes.OutputClaimedTwice, $"two products of '{origin.Source}' would become '{path}'; give them different names."));
            }

            using var content = SpooledContent.Of(product.Write);
            var hash = content.Hash();
            var isThere = IsThere(origin, path, content.Length, hash);
            if (!isThere)
            {
                Write(origin, path, content, hash);
            }

            return result with
            {
                OutputPath = path,
                OutputBytes = content.Length,
                Status = isThere ? ConversionStatus.Unchanged : ConversionStatus.Converted,
                Diagnostics = product.Warnings(),
            };
        }
        catch (DocumentException failure)
        {
            return result with { Status = ConversionStatus.Failed, Diagnostics = [failure.Diagnostic with { Message = $"'{product.Path}': {failure.Diagnostic.Message}" }] };
        }
    }

    /// <summary>Whether a file with the right content is there already, FastMd's or foreign.</summary>
    /// <exception cref="DocumentException">A foreign file with other content is there.</exception>
    private bool IsThere(OutputOrigin origin, string path, long length, ContentHash hash)
        => ForeignFiles.Holds(path, length, () => hash)
            ? destination.State.Recorded?.Check(origin, path).Record is not null || destination.Foreign.IsForeign(path, basePath)
            : destination.Foreign.IsForeign(path, basePath) ? throw ForeignFiles.Refusal(path) : false;

    private void Write(OutputOrigin origin, string path, OutputContent content, ContentHash hash)
    {
        var record = destination.State.Announce(origin, path, OutputFacts.OfMade(content.Length, hash));
        content.WriteTo(destination.Tree, path, static () => true, CancellationToken.None);
        record?.Confirm();
    }
}
