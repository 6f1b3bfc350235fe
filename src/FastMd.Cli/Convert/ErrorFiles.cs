using System.Text.Json;
using FastMd.Engine.Documents;
using FastMd.Engine.Output;
using FastMd.Engine.Pipeline;

namespace FastMd.Cli.Convert;

/// <summary>Writes a file for each document that fails, in its output's place: <c>page.mdx.err.json</c> for <c>page.mdx.js</c>.</summary>
internal sealed class ErrorFiles(string destination)
{
    private readonly OutputTree _tree = new(destination, overwriteReadOnly: true);

    public void Write(ConversionResult result)
    {
        if (result.OutputPath is not { } output)
        {
            return;
        }

        var path = Path.ChangeExtension(output, ".err.json");
        if (result.Status != ConversionStatus.Failed)
        {
            File.Delete(path);
        }
        else if (result.Diagnostics.FirstOrDefault(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error)
        {
            _tree.Write(path, Json(error), static () => true);
        }
    }

    private static ReadOnlySpan<byte> Json(Diagnostic error)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
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
}
