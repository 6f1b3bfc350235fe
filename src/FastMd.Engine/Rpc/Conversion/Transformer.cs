using System.Text.Json;
using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Rpc.Messages;
using FastMd.Engine.Rpc.Wire;

namespace FastMd.Engine.Rpc.Conversion;

/// <summary>Converts what requests name.</summary>
/// <param name="engine">The engine.</param>
/// <param name="profiles">The profiles that requests ask for.</param>
/// <param name="roots">Where files may be read.</param>
internal sealed class Transformer(SharedEngine engine, ProfileCache profiles, Roots roots)
{
    /// <summary>How many documents are converted at a time.</summary>
    public int Workers => engine.Workers;

    /// <summary>Converts a document. What cannot be converted is a result too.</summary>
    /// <param name="parameters">The document.</param>
    /// <param name="configured">The client's settings.</param>
    /// <param name="common">Options of the batch that it belongs to, if any.</param>
    /// <param name="cancellation">Cancels it.</param>
    /// <exception cref="RpcException">The parameters make no sense, or the file may not be read.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Task<Transformed> RunAsync(
        DocumentParameters parameters, IReadOnlyDictionary<string, JsonElement> configured, TransformOptions? common, CancellationToken cancellation)
    {
        var profile = profiles.Get(configured, common, parameters.Options);
        var request = DocumentRequest.Of(parameters, roots, profile.Options.Target.UnnamedFormat);
        return engine.RunAsync(request.Source, request.Name, request.BasePath, profile, cancellation);
    }

    /// <summary>Code of the error of a document that was not converted.</summary>
    public static int CodeOf(Transformed transformed)
        => transformed.Status == ConversionStatus.Cancelled ? RpcErrors.Cancelled
            : transformed.Diagnostics is [{ Code: DiagnosticCodes.SourceNotFound or DiagnosticCodes.SourceUnreadable }, ..] ? RpcErrors.FileFailed
            : RpcErrors.TransformFailed;

    /// <summary>What is wrong with a document that was not converted, and where.</summary>
    public static string MessageOf(Transformed transformed)
        => transformed.Diagnostics is [var first, ..] ? first.Format(transformed.File) : $"{transformed.File}: it was not converted.";
}
