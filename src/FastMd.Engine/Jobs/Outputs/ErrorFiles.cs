using System.Text.Encodings.Web;
using System.Text.Json;
using FastMd.Engine.Documents;
using FastMd.Engine.Output;
using FastMd.Engine.Output.State;
using FastMd.Engine.Pipeline;

namespace FastMd.Engine.Jobs.Outputs;

/// <summary>
/// Keeps a file beside the outputs for each document that failed: <c>page.mdx.err.json</c> says what is wrong with <c>page.mdx</c>. One
/// that an earlier run left goes when its document is converted, or when this run keeps none.
/// </summary>
/// <param name="map">Where files go.</param>
/// <param name="tree">The destination.</param>
/// <param name="state">What earlier runs left there, and where this one is recorded.</param>
/// <param name="foreign">Tells files of people, which are neither replaced nor removed.</param>
/// <param name="areWanted">Whether this run writes any.</param>
/// <param name="basePath">Absolute path of the folder that documents without one of their own are seen from.</param>
/// <param name="onFailure">Receives the path of a document whose file could not be written or removed, and why.</param>
internal sealed class ErrorFiles(
    OutputMap map, OutputTree tree, DestinationState state, ForeignFiles foreign, bool areWanted, string basePath,
    Action<string, Diagnostic> onFailure) : IResultConsumer
{
    private const string Extension = ".err.json";

    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lazy<Dictionary<string, RecordedOutput>> _left = new(() => Left(state.Recorded));

    /// <summary>Where the file of a document lies; null where it has no place in the destination.</summary>
    /// <param name="map">Where files go.</param>
    /// <param name="source">Absolute path of the document.</param>
    /// <param name="basePath">Absolute path of the folder it is seen from.</param>
    public static string? PathOf(OutputMap map, string source, string basePath)
    {
        try
        {
            return map.CopyOf(source, basePath) + Extension;
        }
        catch (DocumentException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Consume(ConversionResult result)
    {
        if (result.Status == ConversionStatus.Cancelled || (!areWanted && _left.Value.Count == 0) || result.Document is not { Path: { } source, PlacePath: { } place } document)
        {
            return;
        }

        var origin = new OutputOrigin(source, map.SurroundingsOf(source, document.BasePath ?? basePath), OutputKind.ErrorFile, document.Part ?? "");
        if (PathOf(map, place, origin.BasePath) is not { } path)
        {
            return;
        }

        try
        {
            if (areWanted && !result.IsDone)
            {
                Write(path, origin, result.Diagnostics.First(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
            }
            else
            {
                Remove(path, origin);
            }
        }
        catch (DocumentException failure)
        {
            onFailure(source, failure.Diagnostic with { Message = $"'{path}': {failure.Diagnostic.Message}" });
        }
    }

    private static Dictionary<string, RecordedOutput> Left(BuildState? state)
        => state?.Outputs.Where(static output => output.Kind == OutputKind.ErrorFile)
            .ToDictionary(state.PathOf, PathRules.Comparer) ?? [];

    private static byte[] Text(Diagnostic error)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Json))
        {
            writer.WriteStartObject();
            writer.WriteString("code", error.Code);
            writer.WriteString("message", error.Message);
            if (error.Line > 0)
            {
                writer.WriteNumber("line", error.Line);
                writer.WriteNumber("column", error.Column);
            }

            writer.WriteEndObject();
        }

        return stream.ToArray();
    }

    private void Write(string path, OutputOrigin document, Diagnostic error)
    {
        var text = Text(error);
        if (foreign.IsForeign(path, document.BasePath))
        {
            if (!ForeignFiles.Holds(path, text.Length, () => ContentHash.Of(text)))
            {
                throw ForeignFiles.Refusal(path);
            }

            return;
        }

        var record = state.Announce(document, path, OutputFacts.OfMade(text));
        tree.Write(path, text, static () => true);
        record?.Confirm();
    }

    private void Remove(string path, OutputOrigin document)
    {
        var record = _left.Value.GetValueOrDefault(path);

        // Where nothing is recorded, the name has to tell.
        var isOurs = record is null ? areWanted && !state.IsKept && !foreign.IsForeign(path, document.BasePath) : state.Recorded!.IsAsWritten(record);
        if (isOurs && File.Exists(path))
        {
            tree.Delete(path);
        }

        if (record is not null)
        {
            state.Recorded!.Remove(record);
        }
    }
}
