using System.Buffers;
using System.Globalization;
using System.Text;
using FastMd.Engine.Context.Cleaning;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Context.Emitting;

/// <summary>Writes the front matter of context: where it is from, what it is about and how large it is. Nothing in it depends on when it is written.</summary>
internal static class MdcFrontMatter
{
    /// <summary>What is written, and how it is read.</summary>
    public const string Schema = "mdc/1.0";

    /// <summary>The front matter, with its fences.</summary>
    /// <param name="facts">What is known of the document.</param>
    /// <param name="stats">How large its text is.</param>
    /// <param name="body">Its text.</param>
    /// <param name="options">The options.</param>
    /// <param name="counter">What counted the tokens.</param>
    /// <param name="lines">Which line of the source lines of the text are from; empty where that is not asked for.</param>
    public static string Of(ContextFacts facts, ContextStats stats, string body, ContextOptions options, string counter, string lines)
    {
        var yaml = new StringBuilder("---\n");
        Add(yaml, "schema", Schema);
        if (facts.Path.Length > 0 || options.Repository.Length > 0)
        {
            yaml.Append("source:\n");
            Add(yaml, "  path", facts.Path);
            Add(yaml, "  repo", options.Repository);
            Add(yaml, "  ref", options.Ref);
            Add(yaml, "  url", UrlOf(facts.Path, options));
        }

        Add(yaml, "title", facts.Title);
        Add(yaml, "description", facts.Description);
        if (facts.Topics.Count > 0)
        {
            yaml.Append("topics: [").AppendJoin(", ", facts.Topics.Select(Scalar)).Append("]\n");
        }

        Add(yaml, "language", facts.Language);
        Add(yaml, "version", facts.Version);
        Add(yaml, "slug", facts.Slug);
        Add(yaml, "license", options.License);
        yaml.Append("content_hash: sha256:").Append(HashOf(body)).Append('\n');
        yaml.Append("stats:\n");
        Add(yaml, "  lines", stats.Lines);
        Add(yaml, "  words", stats.Words);
        Add(yaml, "  characters", stats.Characters);
        Add(yaml, "  tokens", stats.Tokens);
        Add(yaml, "  tokens_by", counter);
        Add(yaml, "  code_blocks", stats.CodeBlocks);
        Add(yaml, "  links", stats.Links);
        Add(yaml, "  headings", stats.Headings);
        Add(yaml, "source_lines", lines);
        return yaml.Append("---\n").ToString();
    }

    /// <summary>Where the document is published; empty where nobody says.</summary>
    public static string UrlOf(string path, ContextOptions options)
        => path.Length == 0 ? ""
            : options.SiteUrl.Length > 0 ? TreePath.Join(options.SiteUrl, TreePath.RouteOf(path))
            : options.Repository.Length > 0 ? TreePath.InRepository(options, path)
            : "";

    private static string HashOf(string body)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(body.Length));
        try
        {
            return Sha256Hex.Of(bytes.AsSpan(0, Encoding.UTF8.GetBytes(body, bytes)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private static void Add(StringBuilder yaml, string key, string? value)
    {
        if (value is { Length: > 0 })
        {
            yaml.Append(key).Append(": ").Append(Scalar(value)).Append('\n');
        }
    }

    private static void Add(StringBuilder yaml, string key, int value) => yaml.Append(CultureInfo.InvariantCulture, $"{key}: {value}\n");

    /// <summary>A text as YAML: in quotes, unless it could be nothing else without them.</summary>
    private static string Scalar(string text)
    {
        if (char.IsAsciiLetter(text[0]) && text.AsSpan().IndexOfAnyExcept(Plain) < 0 && !Words.Contains(text) && text[^1] != ' ')
        {
            return text;
        }

        return new StringBuilder().AppendQuoted(text).ToString();
    }

    private static readonly SearchValues<char> Plain
        = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 -_./()");

    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase) { "true", "false", "null", "yes", "no", "on", "off", "y", "n" };
}
