using System.Net;
using System.Text;
using FastMd.Engine.Markdown.References;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown.Headings;

/// <summary>
/// Finds headings that are written in HTML and gives those without an id the one GitHub gives them. A heading may go over several blocks:
/// its text is what all of them say.
/// </summary>
internal sealed class HtmlHeadings(GitHubSlugger slugger)
{
    private static readonly object Key = new();

    private StringBuilder? _text;
    private HtmlBlock? _opener;
    private int _insertAt;

    /// <summary>The ids to write into a block and where in its text they go, in order; null where there are none.</summary>
    public static IReadOnlyList<(int Offset, string Id)>? IdsIn(HtmlBlock block) => (List<(int, string)>?)block.GetData(Key);

    /// <summary>Takes in the next block.</summary>
    public void Read(LeafBlock block)
    {
        if (block is HtmlBlock html)
        {
            ReadHtml(html);
        }
        else if (_text is not null)
        {
            _text.Append(InlineText.Of(block.Inline, lineBreak: ' ', entersImages: false));
        }
    }

    private void ReadHtml(HtmlBlock block)
    {
        if (!HtmlBlockText.IsMarkup(block) || (_text is null && !MayBegin(block)))
        {
            return;
        }

        var html = HtmlBlockText.Of(block).AsSpan();
        for (var at = 0; at < html.Length;)
        {
            var length = html[at..].IndexOf('<') is >= 0 and var before ? before : html.Length - at;
            _text?.Append(WebUtility.HtmlDecode(html.Slice(at, length).ToString()));
            at += length;
            var tag = html.Slice(at, TagLength(html[at..]));
            ReadTag(block, tag, at);
            at += tag.Length;
        }
    }

    private static bool MayBegin(HtmlBlock block)
    {
        for (var i = 0; i < block.Lines.Count; i++)
        {
            if (block.Lines.Lines[i].Slice.AsSpan().Contains("<h", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private void ReadTag(HtmlBlock block, ReadOnlySpan<char> tag, int start)
    {
        if (_text is not null && tag is ['<', '/', 'h' or 'H', >= '1' and <= '6', ..])
        {
            if (slugger.Next(_text.ToString()) is { Length: > 0 } id)
            {
                Add(id);
            }

            _text = null;
        }
        else if (_text is null && tag is ['<', 'h' or 'H', >= '1' and <= '6', '>' or ' ' or '\t' or '\n' or '\r' or '/', ..] && !HasId(tag))
        {
            _text = new();
            _opener = block;
            _insertAt = start + "<h1".Length;
        }
    }

    private void Add(string id)
    {
        if (IdsIn(_opener!) is List<(int, string)> ids)
        {
            ids.Add((_insertAt, id));
        }
        else
        {
            _opener!.SetData(Key, new List<(int, string)> { (_insertAt, id) });
        }
    }

    private static bool HasId(ReadOnlySpan<char> tag)
    {
        var attributes = new HtmlAttributeReader(tag, openElement: null);
        while (attributes.MoveNext())
        {
            if (attributes.Name.Equals("id", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The length of the tag or comment at the beginning of a text; of text, one character.</summary>
    private static int TagLength(ReadOnlySpan<char> html)
    {
        if (html.StartsWith("<!--"))
        {
            return html.IndexOf("-->") is >= 0 and var close ? close + "-->".Length : html.Length;
        }

        if (html is not ['<', '/' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'), ..])
        {
            return Math.Min(1, html.Length);
        }

        var quote = '\0';
        for (var i = 1; i < html.Length; i++)
        {
            if (quote != '\0')
            {
                quote = html[i] == quote ? '\0' : quote;
            }
            else if (html[i] == '>')
            {
                return i + 1;
            }
            else if (html[i] is '"' or '\'')
            {
                quote = html[i];
            }
        }

        return html.Length;
    }
}
