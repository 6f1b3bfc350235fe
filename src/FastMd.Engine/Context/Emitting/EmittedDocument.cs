using FastMd.Engine.Context.Tokens;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Context.Emitting;

/// <summary>Context as it was written to a file.</summary>
/// <param name="Path">Path of the file in the destination, with slashes.</param>
/// <param name="Title">Its title; that of the file where it has none.</param>
/// <param name="Body">Its text, without front matter.</param>
/// <param name="Lines">Which lines of the source its lines are from.</param>
internal sealed record EmittedDocument(string Path, string Title, string Body, LineMap Lines)
{
    private IReadOnlyDictionary<string, object?> Data { get; init; } = new Dictionary<string, object?>();

    /// <summary>A value of its front matter; null where it has none.</summary>
    public string? Text(string key) => Value(Data, key) as string;

    /// <summary>A value of a map in its front matter; null where it has none.</summary>
    public object? Value(string map, string key) => Value(Data, map) is IReadOnlyDictionary<string, object?> inner ? Value(inner, key) : null;

    /// <summary>Values of a list in its front matter.</summary>
    public IEnumerable<string> List(string key) => Value(Data, key) is IReadOnlyList<object?> list ? list.OfType<string>() : [];

    /// <summary>Its tokens.</summary>
    /// <param name="counter">Counts them, where the file does not say.</param>
    public long Tokens(ITokenCounter counter) => Value("stats", "tokens") is long tokens ? tokens : counter.Count(Body);

    /// <summary>Reads a file.</summary>
    /// <param name="file">Absolute path of it.</param>
    /// <param name="path">Path of it in the destination, with slashes.</param>
    /// <param name="title">What is its title otherwise.</param>
    /// <param name="withBody">Whether its text is wanted; without it, no more is read than it takes.</param>
    public static EmittedDocument Read(string file, string path, string? title, bool withBody = true)
    {
        var text = withBody ? File.ReadAllText(file) : HeadOf(file);
        IReadOnlyDictionary<string, object?>? data = MdcReader.Read(text, out var bodyStart);
        var body = text;
        if (data is not null)
        {
            body = text[bodyStart..].TrimStart('\n');
        }
        else if (FrontMatterBlock.Find(text) is { } block && FrontMatter.TryParse(block, [], out data))
        {
            body = text[block.BodyStart..].TrimStart('\n');
        }

        data ??= new Dictionary<string, object?>();
        return new(path, Value(data, "title") as string ?? title ?? path, body, LineMap.Parse(Value(data, "source_lines") as string ?? ""))
        {
            Data = data,
        };
    }

    /// <summary>The front matter of a file; all of it where it begins with anything else than ours.</summary>
    private static string HeadOf(string file)
    {
        const int Enough = 4096;
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
        Span<byte> bytes = stackalloc byte[Enough];
        var read = stream.ReadAtLeast(bytes, Enough, throwOnEndOfStream: false);
        var head = System.Text.Encoding.UTF8.GetString(bytes[..read]);
        return MdcReader.Read(head, out var end) is not null ? head[..end] : File.ReadAllText(file);
    }

    private static object? Value(IReadOnlyDictionary<string, object?> map, string key) => map.TryGetValue(key, out var value) ? value : null;
}
