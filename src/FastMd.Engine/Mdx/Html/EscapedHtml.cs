using System.Buffers;

namespace FastMd.Engine.Mdx.Html;

/// <summary>HTML that is being written.</summary>
internal sealed class EscapedHtml(TextWriter output) : IDisposable
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create("&<>\"\0");

    private readonly PooledText _text = new(8 * 1024);

    public EscapedHtml Append(ReadOnlySpan<char> markup)
    {
        _text.Append(markup);
        return this;
    }

    /// <summary>Grows with each piece of text, picture or control that a reader sees.</summary>
    public int Seen { get; set; }

    /// <summary>Appends text for a reader to see.</summary>
    public EscapedHtml AppendText(ReadOnlySpan<char> value)
    {
        Seen += value.IsWhiteSpace() ? 0 : 1;
        return AppendEscaped(value);
    }

    /// <summary>Appends text, so that it is read as text also in quotation marks.</summary>
    public EscapedHtml AppendEscaped(ReadOnlySpan<char> value)
    {
        for (var next = value.IndexOfAny(Escaped); next >= 0; next = value.IndexOfAny(Escaped))
        {
            _text.Append(value[..next]);
            _text.Append(value[next] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '\0' => "\uFFFD",
                _ => "&quot;",
            });
            value = value[(next + 1)..];
        }

        _text.Append(value);
        return this;
    }

    /// <summary>Hands over what was written.</summary>
    public void Dispose()
    {
        output.Write(_text.Span);
        _text.Dispose();
    }
}
