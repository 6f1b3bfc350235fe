namespace FastMd.Engine.Pipeline.Links;

/// <summary>A URL taken apart, as far as it can lead to a file beside the document.</summary>
/// <param name="url">The URL.</param>
internal readonly ref struct LocalUrl(ReadOnlySpan<char> url)
{
    private readonly ReadOnlySpan<char> _url = url;
    private readonly int _pathLength = url.IndexOfAny('#', '?') is >= 0 and var end ? end : url.Length;

    /// <summary>The part that names a file, as it is written.</summary>
    public ReadOnlySpan<char> WrittenPath => _url[.._pathLength];

    /// <summary>Query and fragment, with their marks.</summary>
    public ReadOnlySpan<char> Suffix => _url[_pathLength..];

    /// <summary>Whether it stays in the document it stands in.</summary>
    public bool IsWithinDocument => _url is ['#', ..];

    /// <summary>Whether it names a file relative to the document: no scheme, no host, no root, no null character.</summary>
    public bool IsRelative
        => !WrittenPath.IsEmpty
            && WrittenPath[0] is not ('/' or '\\')
            && !WrittenPath.ContainsAny(':', '\0')
            && !WrittenPath.Contains("%00", StringComparison.Ordinal);

    /// <summary>Whether it names a file under the root of the site: one slash at its beginning.</summary>
    public bool IsRooted
        => WrittenPath is ['/', not ('/' or '\\'), ..]
            && !WrittenPath.Contains('\0')
            && !WrittenPath.Contains("%00", StringComparison.Ordinal);

    /// <summary>Whether it holds what another program is to put something in place of, such as <c>{{ site }}/page.md</c>.</summary>
    public bool IsTemplate => WrittenPath.Contains('{');

    /// <summary>The path of the file, percent-decoded.</summary>
    public string FilePath => Decoded(WrittenPath);

    /// <summary>Where the extension begins in the written path; -1 where it names no file with one.</summary>
    public int ExtensionStart
        => WrittenPath.LastIndexOf('.') is > 0 and var dot && !WrittenPath[dot..].ContainsAny('/', '\\') ? dot : -1;

    /// <summary>The id it leads to; empty where it leads to the document as a whole, as <c>#top</c> does in every document.</summary>
    public string Fragment
    {
        get
        {
            if (_url.IndexOf('#') is not (>= 0 and var mark))
            {
                return "";
            }

            // What follows describes a passage of text, which is for browsers to find.
            var id = _url[(mark + 1)..];
            id = id.IndexOf(":~:") is >= 0 and var end ? id[..end] : id;
            return id.Equals("top", StringComparison.OrdinalIgnoreCase) ? "" : Decoded(id);
        }
    }

    private static string Decoded(ReadOnlySpan<char> written)
        => written.Contains('%') ? Uri.UnescapeDataString(written.ToString()) : written.ToString();
}
