using FastMd.Engine.Context.Chunks;
using FastMd.Engine.Context.Emitting;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Context.Sets;

/// <summary>Writes a chunk as a line of <c>chunks.jsonl</c>.</summary>
internal static class ChunkLine
{
    /// <summary>Writes the line.</summary>
    /// <param name="stream">Receives it.</param>
    /// <param name="document">The document that the chunk is of.</param>
    /// <param name="chunk">The chunk.</param>
    /// <param name="next">The chunk that follows; null for the last.</param>
    /// <param name="counter">Name of what counted the tokens.</param>
    /// <param name="file">The file that holds its text; null where the line does.</param>
    public static void Write(Stream stream, EmittedDocument document, Chunk chunk, Chunk? next, string counter, string? file) => JsonLines.Write(stream, json =>
    {
        json.WriteString("id", ContentHash.Of(string.Join('\n', chunk.Ids)).Hex);
        json.WriteString("path", document.Path);
        json.Add("source", document.Value("source", "path") as string);
        json.Add("url", document.Value("source", "url") as string);
        json.WriteString("title", document.Title);
        json.Add("heading_path", chunk.HeadingPath);
        json.Add("ids", chunk.Ids);
        json.WriteNumber("tokens", chunk.Tokens);
        json.WriteString("tokens_by", counter);
        if (chunk.IsOversize)
        {
            json.WriteBoolean("oversize", true);
        }

        // A chunk goes to where the next one begins, so that the lines of all of them are those of the document.
        var first = chunk.FirstLine == 1 ? 1 : document.Lines.SourceOf(chunk.FirstLine);
        var last = next is null ? document.Lines.SourceOf(chunk.LastLine) : document.Lines.SourceOf(next.FirstLine) - 1;
        json.WriteStartArray("source_lines");
        json.WriteNumberValue(first);
        json.WriteNumberValue(Math.Max(first, last));
        json.WriteEndArray();
        json.Add("file", file);
        if (file is null)
        {
            json.WriteString("text", chunk.Text);
        }
    });
}
