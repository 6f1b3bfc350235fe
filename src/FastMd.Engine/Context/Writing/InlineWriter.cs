using System.Buffers;
using System.Text;
using FastMd.Engine.Context.Tree;
using FastMd.Engine.Mdx;

namespace FastMd.Engine.Context.Writing;

/// <summary>Writes what stands in one block, as Markdown.</summary>
/// <param name="hasFootnotes">Whether there are footnotes in the document.</param>
internal sealed class InlineWriter(bool hasFootnotes)
{
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _text = new();
    private readonly List<int> _escaped = [];
    private TextPlace _place;
    private bool _writesTags;
    private bool _isBehindAddress;

    /// <summary>Writes the content of a block.</summary>
    /// <param name="nodes">The content.</param>
    /// <param name="place">Where it stands.</param>
    public string Write(List<Node> nodes, TextPlace place)
    {
        if (nodes is [Text { IsEscaped: false } only] && IsPlain(only.Value))
        {
            return only.Value;
        }

        _output.Clear();
        _place = place with { HasFootnotes = hasFootnotes, HasTildes = CountTildes(nodes) > 1 };
        Write(nodes, '\0');
        return _output.ToString();
    }

    // What nearly all short texts are.
    private static bool IsPlain(string text)
        => text.Length > 0 && char.IsAsciiLetter(text[0]) && text[^1] != ' '
            && !text.AsSpan().ContainsAny(Special) && !text.Contains("www.", StringComparison.Ordinal);

    private static readonly SearchValues<char> Special = SearchValues.Create("\\`*_~[]!<&$|\n\r\t\u00A0#:");

    private static int CountTildes(List<Node> nodes)
    {
        var count = 0;
        foreach (var node in Walk.All(nodes))
        {
            count += node is Text text ? text.Value.AsSpan().Count('~') : node is Emphasis { Kind: EmphasisKind.Strike } ? 2 : 0;
        }

        return count;
    }

    private void Write(List<Node> nodes, char after)
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            if (nodes[i] is Text text)
            {
                if (!text.IsEscaped && _text.Length == 0 && (i + 1 == nodes.Count || nodes[i + 1] is not Text))
                {
                    new TextEscapes(_output).Write(text.Value, _escaped, i + 1 < nodes.Count ? FirstOf(nodes[i + 1]) : after, _place with { IsBehindAddress = _isBehindAddress });
                    continue;
                }

                Collect(text);
                continue;
            }

            Flush(FirstOf(nodes[i]));
            _isBehindAddress = nodes[i] is Autolink { IsBracketed: false };
            Write(nodes[i], i + 1 < nodes.Count ? FirstOf(nodes[i + 1]) : after);
        }

        Flush(after);
    }

    private void Collect(Text text)
    {
        if (text.IsEscaped)
        {
            _escaped.Add(_text.Length);
        }

        _text.Append(text.Value);
    }

    private void Flush(char after)
    {
        if (_text.Length > 0)
        {
            var text = _text.ToString();
            _text.Clear();
            new TextEscapes(_output).Write(text, _escaped, after, _place with { IsBehindAddress = _isBehindAddress });
            _escaped.Clear();
        }
    }

    /// <summary>The character that a node is written with first.</summary>
    private static char FirstOf(Node node) => node switch
    {
        Text { Value: [var first, ..] } => first,
        CodeSpan => '`',
        Emphasis { Kind: EmphasisKind.Strike } => '~',
        Emphasis => '*',
        Link { IsImage: true } => '!',
        Link or FootnoteMark => '[',
        Autolink { IsBracketed: false, Text: [var first, ..] } => first,
        Autolink or InlineHtml => '<',
        MathSpan => '$',
        HardBreak => '\\',
        _ => 'x',
    };

    private void Write(Node node, char after)
    {
        switch (node)
        {
            case CodeSpan code:
                _output.Append(code.Source is { } source && !_place.IsInCell ? source : CodeOf(code.Value));
                break;
            case Emphasis emphasis:
                WriteEmphasis(emphasis, after);
                break;
            case Link link:
                WriteLink(link);
                break;
            case Autolink link:
                _output.Append(link.IsBracketed ? $"<{link.Text}>" : InCell(link.Text));
                break;
            case InlineHtml html:
                _output.Append(InCell(_place.IsInCell || _place.IsOneLine ? html.Text.ReplaceLineEndings(" ") : html.Text));
                break;
            case FootnoteMark mark:
                _output.Append("[^").Append(InCell(mark.Label)).Append(']');
                break;
            case MathSpan math:
                _output.Append(InCell(_place.IsInCell || _place.IsOneLine ? math.Source.ReplaceLineEndings(" ") : math.Source));
                break;
            case HardBreak:
                WriteBreak();
                break;
            case Parent parent:
                Write(parent.Children, after);
                break;
        }
    }

    private string InCell(string text) => _place.IsInCell ? text.Replace("|", @"\|", StringComparison.Ordinal) : text;

    private void WriteBreak()
    {
        while (_output.Length > 0 && _output[^1] is ' ' or '\t')
        {
            _output.Length--;
        }

        _output.Append(_place.IsInCell || _place.IsOneLine ? "<br>" : "\\\n");
    }

    /// <summary>Code between as few backticks as do not end it.</summary>
    private string CodeOf(string code)
    {
        var text = code.ReplaceLineEndings(" ");
        var runs = RunsOf(text, '`').ToHashSet();
        var length = 1;
        while (runs.Contains(length))
        {
            length++;
        }

        var marks = new string('`', length);
        var isPadded = text.Length == 0 || text[0] == '`' || text[^1] == '`' || (text[0] == ' ' && text[^1] == ' ' && text.AsSpan().ContainsAnyExcept(' '));
        return isPadded ? $"{marks} {InCell(text)} {marks}" : $"{marks}{InCell(text)}{marks}";
    }

    /// <summary>The lengths of the runs of a character.</summary>
    public static IEnumerable<int> RunsOf(string text, char character)
    {
        for (var at = text.IndexOf(character, StringComparison.Ordinal); at >= 0;)
        {
            var end = at;
            while (end < text.Length && text[end] == character)
            {
                end++;
            }

            yield return end - at;
            at = end < text.Length ? text.IndexOf(character, end) : -1;
        }
    }

    private void WriteEmphasis(Emphasis emphasis, char after)
    {
        if (emphasis.Children.Count == 0)
        {
            return;
        }

        NestingLimit.Check();
        if (_writesTags)
        {
            WriteTags(emphasis);
            return;
        }

        var start = _output.Length;
        var before = start > 0 ? _output[^1] : '\n';
        var first = FirstOf(emphasis.Children[0]);
        var length = emphasis.Kind == EmphasisKind.Emphasis ? 1 : 2;
        var mark = emphasis.Kind == EmphasisKind.Strike ? '~' : before == '*' || after == '*' || (first == '*' && emphasis.Children[0] is Emphasis) ? '_' : '*';
        _output.Append(mark, length);
        Write(emphasis.Children, mark);
        if (_output.Length == start + length)
        {
            // What holds nothing is no emphasis.
            _output.Length = start;
            return;
        }

        var opens = Opens(mark, before, _output[start + length]);
        var closes = Closes(mark, _output[^1], after) && after != mark;
        if (!(opens && closes) && mark == '_' && Opens('*', before, _output[start + length]) && Closes('*', _output[^1], after) && before != '*' && after != '*')
        {
            (opens, closes, mark) = (true, true, '*');
            for (var i = 0; i < length; i++)
            {
                _output[start + i] = mark;
            }
        }

        if (opens && closes && before != mark)
        {
            _output.Append(mark, length);
            return;
        }

        // What is in it is written again: once, since all emphasis in it becomes tags.
        _output.Length = start;
        _writesTags = true;
        WriteTags(emphasis);
        _writesTags = false;
    }

    private void WriteTags(Emphasis emphasis)
    {
        var tag = emphasis.Kind switch { EmphasisKind.Strike => "del", EmphasisKind.Strong => "strong", _ => "em" };
        _output.Append('<').Append(tag).Append('>');
        Write(emphasis.Children, '<');
        _output.Append("</").Append(tag).Append('>');
    }

    private static bool Opens(char mark, char before, char next)
        => IsFlanking(next, before) && (mark != '_' || !IsFlanking(before, next) || IsPunctuation(before));

    private static bool Closes(char mark, char last, char after)
        => IsFlanking(last, after) && (mark != '_' || !IsFlanking(after, last) || IsPunctuation(after));

    /// <summary>Whether a mark belongs to what is on one side of it, by the rules of CommonMark.</summary>
    private static bool IsFlanking(char inner, char outer)
        => !IsSpace(inner) && (!IsPunctuation(inner) || IsSpace(outer) || IsPunctuation(outer));

    private static bool IsSpace(char character) => character == '\0' || char.IsWhiteSpace(character);

    private static bool IsPunctuation(char character)
        => char.IsAscii(character)
            ? character > ' ' && !char.IsAsciiLetterOrDigit(character)
            : char.IsPunctuation(character) || char.IsSymbol(character);

    private void WriteLink(Link link)
    {
        NestingLimit.Check();
        _output.Append(link.IsImage ? "![" : "[");
        var outer = _place;
        _place = _place with { IsInBrackets = true };
        Write(link.Children, ']');
        _place = outer;
        _output.Append("](").Append(InCell(DestinationOf(link)));
        if (link.Title is { } title)
        {
            _output.Append(link.Url.Length == 0 ? "<> " : " ").Append(InCell(TitleOf(title)));
        }

        _output.Append(')');
    }

    private static string DestinationOf(Link link)
    {
        var url = link.Url;
        var isBare = !url.AsSpan().ContainsAny(" \t\r\n<") && !url.Any(static c => char.IsControl(c)) && IsBalanced(url);
        var escaped = new StringBuilder(isBare ? "" : "<");
        for (var i = 0; i < url.Length; i++)
        {
            switch (url[i])
            {
                case '\r' or '\n':
                    escaped.Append(url[i] == '\n' ? "%0A" : "%0D");
                    continue;
                case '\\' when i + 1 == url.Length || char.IsAscii(url[i + 1]):
                case '<' or '>' when !isBare:
                case '&' when TextEscapes.IsReference(url.AsSpan(i)):
                    escaped.Append('\\');
                    break;
            }

            escaped.Append(url[i]);
        }

        return escaped.Append(isBare ? "" : ">").ToString();
    }

    private static bool IsBalanced(string url)
    {
        var depth = 0;
        foreach (var character in url)
        {
            depth += character == '(' ? 1 : character == ')' ? -1 : 0;
            if (depth is < 0 or > 30)
            {
                return false;
            }
        }

        return depth == 0;
    }

    /// <summary>Text in which nothing but escapes and references is read: an info string.</summary>
    public static string Escaped(string text)
    {
        if (text.AsSpan().IndexOfAny('\\', '&') < 0)
        {
            return text;
        }

        var escaped = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var isEscape = text[i] == '\\' && i + 1 < text.Length && char.IsAscii(text[i + 1]) && !char.IsAsciiLetterOrDigit(text[i + 1]) && text[i + 1] > ' ';
            escaped.Append(isEscape || (text[i] == '&' && TextEscapes.IsReference(text.AsSpan(i))) ? "\\" : "").Append(text[i]);
        }

        return escaped.ToString();
    }

    private static string TitleOf(string title)
    {
        var quote = title.Contains('"', StringComparison.Ordinal) && !title.Contains('\'', StringComparison.Ordinal) ? '\'' : '"';
        var written = new StringBuilder().Append(quote);
        for (var i = 0; i < title.Length; i++)
        {
            var character = title[i];
            if (character == quote || (character == '\\' && (i + 1 == title.Length || char.IsAscii(title[i + 1]))) || (character == '&' && TextEscapes.IsReference(title.AsSpan(i))))
            {
                written.Append('\\');
            }

            // A line of a title may be anything, the end of its paragraph included.
            written.Append(character switch { '\n' => "&#10;", '\r' => "&#13;", _ => character.ToString() });
        }

        return written.Append(quote).ToString();
    }
}
