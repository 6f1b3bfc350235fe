using UglyToad.PdfPig.Tokens;

namespace FastMd.Engine.Books.Pdf.Glyphs;

/// <summary>Marked content may say what its glyphs stand for: that is said by the first of them, and the others say nothing.</summary>
internal sealed class ReplacementText
{
    private readonly Stack<string?> _open = new();
    private string? _text;
    private int _replacing;

    public void Begin(IToken? actualText)
    {
        var text = actualText switch
        {
            StringToken literal => literal.Data,
            HexToken hex => hex.Data,
            _ => null,
        };
        _open.Push(text);
        if (text is not null && _replacing++ == 0)
        {
            _text = CodeText.Clean(text.Replace("\u00AD", "", StringComparison.Ordinal));
        }
    }

    public void End()
    {
        if (_open.TryPop(out var text) && text is not null)
        {
            _replacing--;
        }
    }

    /// <summary>Whether glyphs stand for something else here.</summary>
    public bool IsActive => _replacing > 0;

    /// <summary>What a glyph says here.</summary>
    public string Take(string own)
    {
        if (_replacing == 0)
        {
            return own;
        }

        var text = _text ?? "";
        _text = null;
        return text;
    }
}
