using System.Globalization;
using System.Text;
using FastMd.Engine.Configuration;

namespace FastMd.Engine.Pages;

/// <summary>Takes a template apart. What is wrong with it is said with its place.</summary>
internal sealed class TemplateParser(string text, string name)
{
    // Sections are parsed and written by recursion.
    private const int DeepestSection = 64;

    private int _position;
    private bool _hasContent;

    /// <summary>The parts, in order.</summary>
    /// <exception cref="SettingException">The template is broken.</exception>
    public IReadOnlyList<TemplatePart> Parse()
    {
        var parts = Parts(section: null, depth: 0);
        return _hasContent ? parts : throw Broken(0, "there is no {{content}}; write it where the document belongs");
    }

    private List<TemplatePart> Parts(Tag? section, int depth)
    {
        var parts = new List<TemplatePart>();
        while (NextTag(parts) is { } tag)
        {
            switch (tag.Kind)
            {
                case '!':
                    break;
                case '#' or '^':
                    parts.Add(depth < DeepestSection
                        ? new TemplatePart.Section(tag.Key, tag.Kind == '^', Parts(tag, depth + 1))
                        : throw Broken(tag.Start, $"sections nest deeper than {DeepestSection} levels"));
                    break;
                case '/':
                    return section?.Key == tag.Key
                        ? parts
                        : throw Broken(tag.Start, section is null
                            ? $"{{{{/{tag.Key}}}}} ends a section that was not begun"
                            : $"{{{{/{tag.Key}}}}} stands where {{{{/{section.Key}}}}} is expected");
                default:
                    parts.Add(Value(tag));
                    break;
            }
        }

        return section is null ? parts : throw Broken(section.Start, $"the section '{section.Key}' is not ended; write {{{{/{section.Key}}}}}");
    }

    private TemplatePart Value(Tag tag)
    {
        switch (tag.Key)
        {
            case TemplateKeys.Content:
                _hasContent = true;
                return new TemplatePart.Content();
            case TemplateKeys.Contents:
                return new TemplatePart.Contents();
            default:
                var (line, column) = PlaceOf(tag.Start);
                return new TemplatePart.Value(tag.Key, tag.Kind == '{', line, column);
        }
    }

    /// <summary>Takes the text up to the next tag, and the tag; null at the end.</summary>
    private Tag? NextTag(List<TemplatePart> parts)
    {
        var textStart = _position;
        var start = text.IndexOf("{{", textStart, StringComparison.Ordinal);
        var tag = start < 0 ? null : ReadTag(start);
        var textEnd = tag is null ? text.Length : tag.Kind is '#' or '^' or '/' or '!' ? SkipItsLine(start) : start;
        if (textEnd > textStart)
        {
            parts.Add(new TemplatePart.Text(Encoding.UTF8.GetBytes(text[textStart..textEnd])));
        }

        return tag;
    }

    /// <summary>A tag that writes nothing itself and stands alone on its line takes the line with it. Gives where the text before it ends.</summary>
    private int SkipItsLine(int start)
    {
        var before = text.AsSpan(0, start).TrimEnd(" \t").Length;
        var lineEnd = text.IndexOf('\n', _position) is >= 0 and var found ? found + 1 : text.Length;
        if ((before > 0 && text[before - 1] != '\n') || !string.IsNullOrWhiteSpace(text[_position..lineEnd]))
        {
            return start;
        }

        _position = lineEnd;
        return before;
    }

    private Tag ReadTag(int start)
    {
        var kind = start + 2 < text.Length && text[start + 2] is '#' or '^' or '/' or '!' or '{' ? text[start + 2] : ' ';
        var keyStart = start + (kind == ' ' ? 2 : 3);
        var closing = kind == '{' ? "}}}" : "}}";
        var end = text.IndexOf(closing, keyStart, StringComparison.Ordinal);
        if (end < 0)
        {
            throw Broken(start, $"{text[start..keyStart].TrimEnd()} is not closed; write {closing}");
        }

        _position = end + closing.Length;
        var key = text[keyStart..end].Trim();
        return kind == '!' || IsKey(key)
            ? new(kind, key, start)
            : throw Broken(start, $"'{text[start.._position]}' names no key; there are {{{{key}}}}, {{{{{{key}}}}}}, {{{{#key}}}}, {{{{^key}}}}, {{{{/key}}}} and {{{{! comment }}}}");
    }

    private static bool IsKey(string key)
        => key.Length > 0 && key[0] is not ('&' or '>' or '=') && key.AsSpan().IndexOfAny("{}\r\n") < 0;

    private SettingException Broken(int at, string problem)
    {
        var (line, column) = PlaceOf(at);
        return new(string.Create(CultureInfo.InvariantCulture, $"{name}({line},{column}): {problem}."));
    }

    private (int Line, int Column) PlaceOf(int at)
    {
        var before = text.AsSpan(0, at);
        return (before.Count('\n') + 1, at - before.LastIndexOf('\n'));
    }

    /// <summary>What stands between braces. The kind is the character after them, a space where it is none of those that mean something.</summary>
    private sealed record Tag(char Kind, string Key, int Start);
}
