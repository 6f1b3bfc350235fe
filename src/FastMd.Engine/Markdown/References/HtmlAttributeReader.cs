using System.Buffers;

namespace FastMd.Engine.Markdown.References;

/// <summary>
/// Goes through the attributes of the tags in a piece of HTML. Comments, declarations and the text of <c>script</c>, <c>style</c> and
/// <c>textarea</c> are passed over; what is not closed goes to the end.
/// </summary>
internal ref struct HtmlAttributeReader
{
    private static readonly SearchValues<char> Space = SearchValues.Create(" \t\r\n\f");
    private static readonly SearchValues<char> BetweenAttributes = SearchValues.Create(" \t\r\n\f/");
    private static readonly SearchValues<char> AfterTagName = SearchValues.Create(" \t\r\n\f/>");
    private static readonly SearchValues<char> AfterAttributeName = SearchValues.Create(" \t\r\n\f/>=");
    private static readonly SearchValues<char> AfterBareValue = SearchValues.Create(" \t\r\n\f>");

    private readonly ReadOnlySpan<char> _html;
    private int _next;
    private bool _isInTag;

    /// <summary>A reader before the first attribute.</summary>
    /// <param name="html">The piece of HTML.</param>
    /// <param name="openElement">An element begun before it whose text is no HTML; null where there is none.</param>
    public HtmlAttributeReader(ReadOnlySpan<char> html, string? openElement)
    {
        _html = html;
        OpenElement = openElement;
    }

    /// <summary>The element whose text is no HTML and in which the piece ends; null where it ends outside of one.</summary>
    public string? OpenElement { get; private set; }

    /// <summary>Where the tag begins.</summary>
    public int TagStart { get; private set; }

    /// <summary>The tag's name.</summary>
    public ReadOnlySpan<char> Tag { get; private set; }

    /// <summary>The attribute's name.</summary>
    public ReadOnlySpan<char> Name { get; private set; }

    /// <summary>The attribute's value as it is written, without its quotes.</summary>
    public ReadOnlySpan<char> Value { get; private set; }

    /// <summary>Where the value begins.</summary>
    public int ValueStart { get; private set; }

    /// <summary>Goes to the next attribute that has a value.</summary>
    public bool MoveNext()
    {
        while (_isInTag || FindTag())
        {
            if (ReadAttribute())
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Goes to the next tag that begins an element, behind its name.</summary>
    private bool FindTag()
    {
        while (PassOpenElement() && _html[_next..].IndexOf('<') is >= 0 and var offset)
        {
            var start = _next + offset;
            var rest = _html[start..];
            if (rest.Length > 1 && char.IsAsciiLetter(rest[1]))
            {
                var length = rest[1..].IndexOfAny(AfterTagName) is >= 0 and var end ? end : rest.Length - 1;
                TagStart = start;
                Tag = rest.Slice(1, length);
                _next = start + 1 + length;
                _isInTag = true;
                return true;
            }

            Pass(start, rest);
        }

        _next = _html.Length;
        return false;
    }

    private bool PassOpenElement()
    {
        if (OpenElement is null)
        {
            return true;
        }

        for (var rest = _html[_next..]; rest.IndexOf("</") is >= 0 and var offset; rest = _html[_next..])
        {
            _next += offset + 2;
            if (rest[(offset + 2)..].StartsWith(OpenElement, StringComparison.OrdinalIgnoreCase))
            {
                OpenElement = null;
                return true;
            }
        }

        return false;
    }

    private void Pass(int start, ReadOnlySpan<char> rest) => _next = rest switch
    {
        ['<', '!', '-', '-', ..] => After(start + 2, "-->"),
        ['<', '!', '[', ..] => After(start, "]]>"),
        ['<', '?', ..] => After(start, "?>"),
        ['<', '!' or '/', ..] => After(start, ">"),
        _ => start + 1,
    };

    private readonly int After(int start, string end)
        => _html[start..].IndexOf(end) is >= 0 and var offset ? start + offset + end.Length : _html.Length;

    /// <summary>Reads the next attribute of the tag; false at the tag's end, or where the attribute has no value.</summary>
    private bool ReadAttribute()
    {
        SkipSpace(BetweenAttributes);
        if (_next >= _html.Length || _html[_next] == '>')
        {
            EndTag();
            return false;
        }

        // An equals sign before any name is itself a name.
        var rest = _html[_next..];
        var length = 1 + (rest[1..].IndexOfAny(AfterAttributeName) is >= 0 and var end ? end : rest.Length - 1);
        Name = rest[..length];
        _next += length;
        SkipSpace(Space);
        if (_next >= _html.Length || _html[_next] != '=')
        {
            return false;
        }

        _next++;
        SkipSpace(Space);
        return ReadValue();
    }

    private bool ReadValue()
    {
        var rest = _html[_next..];
        if (rest is ['"' or '\'', ..])
        {
            var length = rest[1..].IndexOf(rest[0]);
            if (length < 0)
            {
                _next = _html.Length;
                return false;
            }

            ValueStart = _next + 1;
            Value = rest.Slice(1, length);
            _next += length + 2;
            return true;
        }

        ValueStart = _next;
        Value = rest.IndexOfAny(AfterBareValue) is >= 0 and var end ? rest[..end] : rest;
        _next += Value.Length;
        return true;
    }

    private void EndTag()
    {
        _isInTag = false;
        OpenElement = Tag.Length switch
        {
            6 when Tag.Equals("script", StringComparison.OrdinalIgnoreCase) => "script",
            5 when Tag.Equals("style", StringComparison.OrdinalIgnoreCase) => "style",
            8 when Tag.Equals("textarea", StringComparison.OrdinalIgnoreCase) => "textarea",
            _ => null,
        };
    }

    private void SkipSpace(SearchValues<char> space)
        => _next = _html[_next..].IndexOfAnyExcept(space) is >= 0 and var offset ? _next + offset : _html.Length;
}
