using FastMd.Engine.Context.Emitting;
using FastMd.Engine.Context.Tokens;

namespace FastMd.Engine.Context.Sets;

/// <summary>Writes what is known of a document as a line of <c>index.jsonl</c>.</summary>
internal static class IndexLine
{
    private static readonly string[] Stats = ["lines", "words", "characters", "tokens", "code_blocks", "links", "headings"];

    /// <summary>Writes the line.</summary>
    public static void Write(Stream stream, EmittedDocument document, ITokenCounter counter) => JsonLines.Write(stream, json =>
    {
        json.WriteString("path", document.Path);
        json.WriteString("title", document.Title);
        json.Add("description", document.Text("description"));
        json.Add("slug", document.Text("slug"));
        json.Add("source", document.Value("source", "path") as string);
        json.Add("url", document.Value("source", "url") as string);
        json.Add("language", document.Text("language"));
        json.Add("version", document.Text("version"));
        if (document.List("topics").ToList() is { Count: > 0 } topics)
        {
            json.Add("topics", topics);
        }

        json.Add("license", document.Text("license"));
        json.Add("content_hash", document.Text("content_hash"));
        json.WriteStartObject("stats");
        foreach (var name in Stats)
        {
            if (name == "tokens")
            {
                json.WriteNumber(name, document.Tokens(counter));
            }
            else if (document.Value("stats", name) is long value)
            {
                json.WriteNumber(name, value);
            }
        }

        json.WriteString("tokens_by", counter.Name);
        json.WriteEndObject();
    });
}
