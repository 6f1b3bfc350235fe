using System.Text.Encodings.Web;
using System.Text.Json;
using FastMd.Engine.Documents;
using FastMd.Engine.Output;
using FastMd.Engine.Output.State;
using FastMd.Engine.Pipeline;

namespace FastMd.Engine.Jobs;

/// <summary>
/// Keeps a file beside the outputs for each document that failed: <c>page.mdx.err.json</c> says what is wrong with <c>page.mdx</c>. One
/// that an earlier run left goes when its document is converted, or when this run keeps none.
/// </summary>
/// <param name="map">Where files go.</param>
/// <param name="tree">The destination.</param>
/// <param name="laterState">What earlier runs left there; null where that is not kept.</param>
/// <param name="foreign">Tells files of people, which are neither replaced nor removed.</param>
/// <param name="areWanted">Whether this run writes any.</param>
/// <param name="basePath">Absolute path of the folder that documents without one of their own are seen from.</param>
/// <param name="onFailure">Told of a file that could not be written or removed, with the path of its document.</param>
internal sealed class ErrorFiles(
    OutputMap map, OutputTree tree, Lazy<BuildState?>? laterState, ForeignFiles foreign, bool areWanted, string basePath,
    Action<string, Diagnostic> onFailure)
{
    private const string Extension = ".err.json";

    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lazy<Dictionary<string, RecordedOutput>> _left = new(() => Left(laterState?.Value));

    /// <summary>Whether a file in the destination is that of a document.</summary>
    public static bool IsOf(OutputMap map, string path, string source, string basePath)
        => path.EndsWith(Extension, StringComparison.Ordinal) && PathRules.Comparer.Equals(path, PathOf(map, source, basePath));

    /// <summary>A document has its outcome.</summary>
    public void Completed(PlannedDocument document, ConversionResult result)
    {
        if (result.Status == ConversionStatus.Cancelled || (!areWanted && _left.Value.Count == 0) || document.Source.Path is not { } source)
        {
            return;
        }

        var origin = new OutputOrigin(source, map.SurroundingsOf(source, document.Source.BasePath ?? basePath));
        if (PathOf(map, source, origin.BasePath) is not { } path)
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
        => state?.Outputs.Where(static output => !output.IsAsset && output.Output.EndsWith(Extension, StringComparison.Ordinal))
            .ToDictionary(state.PathOf, PathRules.Comparer) ?? [];

    private static string? PathOf(OutputMap map, string source, string basePath)
    {
        try
        {
            return map.CopyOf(source, basePath) + Extension;
        }
        catch (DocumentException)
        {
            // It has no place in the destination.
            return null;
        }
    }

    private static ReadOnlySpan<byte> Text(Diagnostic error)
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

        return stream.GetBuffer().AsSpan(0, (int)stream.Length);
    }

    private void Write(string path, OutputOrigin document, Diagnostic error)
    {
        var text = Text(error);
        if (foreign.IsForeign(path, document.BasePath))
        {
            if (!ForeignFiles.Holds(path, text))
            {
                throw ForeignFiles.Refusal(path);
            }

            return;
        }

        // Of its document nothing has to be known: the file is written anew by each run.
        var record = laterState?.Value?.Announce(document, path, new()
        {
            SourceStamp = new(0, 0, 0),
            SourceHash = default,
            OutputLength = text.Length,
            OutputHash = ContentHash.Of(text),
        });
        tree.Write(path, text, static () => true);
        record?.Confirm();
    }

    private void Remove(string path, OutputOrigin document)
    {
        var record = _left.Value.GetValueOrDefault(path);

        // Where nothing is taken down, the name has to tell.
        var isOurs = record is null ? areWanted && laterState is null && !foreign.IsForeign(path, document.BasePath) : laterState!.Value!.IsAsWritten(record);
        if (isOurs && File.Exists(path))
        {
            tree.Delete(path);
        }

        if (record is not null)
        {
            laterState!.Value!.Remove(record);
        }
    }
}
