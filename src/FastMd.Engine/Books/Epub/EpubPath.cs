using System.Text;

namespace FastMd.Engine.Books.Epub;

/// <summary>Paths inside a book.</summary>
internal static class EpubPath
{
    /// <summary>The name of an entry as a path with slashes; null where it leads out of the book.</summary>
    public static string? OfEntry(string name)
    {
        var path = name.Replace('\\', '/').TrimStart('/');
        if (path.Length > 1 && path[1] == ':' && char.IsAsciiLetter(path[0]))
        {
            return null;
        }

        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return segments.Length == 0 || segments.Contains("..") || path.Any(char.IsControl) ? null : string.Join('/', segments.Where(static segment => segment != "."));
    }

    /// <summary>Splits an address into path and fragment, without its query.</summary>
    public static (string Path, string Fragment) Split(string address)
    {
        var text = address.Trim();
        var fragment = "";
        if (text.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash)
        {
            fragment = Decoded(text[(hash + 1)..]);
            text = text[..hash];
        }

        return (text.IndexOf('?', StringComparison.Ordinal) is >= 0 and var query ? text[..query] : text, fragment);
    }

    /// <summary>Whether an address has a scheme, and so leads out of the book.</summary>
    public static bool IsExternal(string address)
    {
        var text = address.AsSpan().Trim();
        if (text.StartsWith("//"))
        {
            return true;
        }

        var colon = text.IndexOf(':');
        return colon > 1 && char.IsAsciiLetter(text[0]) && text[..colon].IndexOfAnyExcept(Scheme) < 0;
    }

    private static readonly System.Buffers.SearchValues<char> Scheme = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");

    /// <summary>Where an address leads from a file; steps out of the book end at its root.</summary>
    /// <param name="from">Path of the file.</param>
    /// <param name="path">Path of the address, as it is written.</param>
    public static string Resolve(string from, string path)
    {
        var target = path.Replace('\\', '/');
        var segments = new List<string>();
        if (!target.StartsWith('/') && from.LastIndexOf('/') is >= 0 and var folder)
        {
            segments.AddRange(from[..folder].Split('/'));
        }

        foreach (var segment in target.Split('/'))
        {
            if (segment == "..")
            {
                if (segments.Count > 0)
                {
                    segments.RemoveAt(segments.Count - 1);
                }
            }
            else if (segment is not ("" or "."))
            {
                segments.Add(segment);
            }
        }

        return string.Join('/', segments);
    }

    /// <summary>Text whose percent signs stand for bytes, as text.</summary>
    public static string Decoded(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal))
        {
            return text;
        }

        return Uri.UnescapeDataString(text);
    }

    /// <summary>Text as a part of an address in Markdown: nothing in it ends the address, or means something else.</summary>
    public static string Encoded(string text)
    {
        var output = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is ' ' or '"' or '<' or '>' or '(' or ')' or '[' or ']' or '`' or '#' or '?' or '%' or '\\' or '^' or '{' or '}' or '|' or '\'' or '&' or '*' || c < ' ')
            {
                output.Append('%').Append(((int)c).ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            }
            else
            {
                output.Append(c);
            }
        }

        return output.ToString();
    }
}
