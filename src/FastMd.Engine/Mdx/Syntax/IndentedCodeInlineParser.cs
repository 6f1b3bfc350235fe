using System.Text;
using FastMd.Engine.Markdown.Code;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace FastMd.Engine.Mdx.Syntax;

/// <summary>Reads code in text. Where it goes over lines it keeps their indentation, as the reference does.</summary>
internal sealed class IndentedCodeInlineParser : CodeSpanParser
{
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var start = slice.Start;
        if (!base.Match(processor, ref slice))
        {
            return false;
        }

        var text = slice.Text.AsSpan(start, slice.Start - start);
        if (processor.Inline is CodeInline code && text.ContainsAny('\r', '\n'))
        {
            code.Content = Indented(text[code.DelimiterCount..^code.DelimiterCount], start + code.DelimiterCount, InlinePlace.Of(processor, slice).Indent!);
        }

        return true;
    }

    private static string Indented(ReadOnlySpan<char> text, int offset, Func<int, string> indent)
    {
        var content = new StringBuilder(text.Length);
        for (var end = text.IndexOfAny('\r', '\n'); end >= 0; end = text.IndexOfAny('\r', '\n'))
        {
            var next = end + (text[end..].StartsWith("\r\n") ? 2 : 1);
            content.Append(text[..end]).Append(' ').Append(indent(offset + next));
            text = text[next..];
            offset += next;
        }

        var code = content.Append(text).ToString();
        return code is [' ', .. var inner, ' '] && !string.IsNullOrWhiteSpace(code) ? inner : code;
    }
}
