using System.Text;
using FastMd.Engine.Context.Tree;

namespace FastMd.Engine.Books.Html;

/// <summary>Code, in text and in blocks.</summary>
internal static class CodeMarkup
{
    /// <summary>Adds code in text; links and emphasis in it stay.</summary>
    public static void AddInline(MarkupConverter converter, MarkupElement element, Flow flow)
    {
        flow.BeginCode();
        AddParts(converter, element, flow);
    }

    private static void AddParts(MarkupConverter converter, MarkupElement element, Flow flow)
    {
        foreach (var child in element.Children)
        {
            if (child is MarkupText text)
            {
                flow.Code(text.Value);
            }
            else if (child is MarkupElement { Name: "span" or "code" or "tt" or "samp" or "var" or "kbd" } inner)
            {
                AddParts(converter, inner, flow);
            }
            else if (child is MarkupElement { Name: "a" or "em" or "i" or "b" or "strong" } marked && marked.Children is [MarkupText])
            {
                // Code stays what is in the mark.
                var code = new MarkupElement("code", []) { Parent = marked.Parent };
                code.Children.AddRange(marked.Children);
                var shown = new MarkupElement(marked.Name, marked.Attributes) { Parent = marked.Parent };
                shown.Children.Add(code);
                converter.Add(shown, flow);
            }
            else
            {
                converter.Add((MarkupElement)child, flow);
            }
        }
    }

    /// <summary>Adds a block of code.</summary>
    public static void AddBlock(MarkupConverter converter, MarkupElement element, Flow flow)
    {
        flow.EndParagraph();
        var text = new StringBuilder();
        var others = new Flow(converter.Anchors, outer: flow);
        Collect(converter, element, text, others);
        var code = text.Replace("\r\n", "\n").Replace('\r', '\n').Replace('\u00A0', ' ').Replace("\u00AD", "").ToString().Trim('\n').TrimEnd();
        if (code.Length > 0)
        {
            flow.Block(new CodeNode { Info = LanguageOf(element), Text = code + "\n" });
        }

        others.EndParagraph();
        foreach (var block in others.Blocks)
        {
            flow.Block(block);
        }
    }

    private static void Collect(MarkupConverter converter, MarkupElement element, StringBuilder text, Flow others)
    {
        foreach (var node in MarkupSearch.All(element))
        {
            switch (node)
            {
                case MarkupText literal when literal.Parent is not { Name: "script" or "style" or "math" }:
                    text.Append(literal.Value);
                    break;
                case MarkupElement { Name: "br" }:
                    text.Append('\n');
                    break;
                case MarkupElement { Name: "p" or "div" or "li" } when text.Length > 0 && text[^1] != '\n':
                    text.Append('\n');
                    break;
                case MarkupElement { Name: "img" or "svg" or "audio" or "video" } media:
                    converter.Add(media, others);
                    break;
                case MarkupElement inner:
                    if (inner != element && inner.Id is { } id && converter.Context.AnchorOf(id) is { } anchor)
                    {
                        converter.Anchors.Add(anchor);
                    }

                    // What refers to a note stays code; the mark follows the block.
                    if (inner.Name == "a" && converter.Context.NoteOf(inner, out _) is { } note)
                    {
                        others.Text(" ");
                        others.Inline(new FootnoteMark(note));
                    }

                    break;
            }
        }
    }

    private static string LanguageOf(MarkupElement element)
    {
        foreach (var each in MarkupSearch.All(element).OfType<MarkupElement>().Where(static inner => inner.Name is "pre" or "code"))
        {
            if (each["data-code-language"] is { Length: > 0 } named || each["data-lang"] is { Length: > 0 } named2 && (named = named2) is not null)
            {
                return Word(named);
            }

            foreach (var name in (each["class"] ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                foreach (var prefix in (ReadOnlySpan<string>)["language-", "lang-", "brush:", "highlight-source-"])
                {
                    if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && name.Length > prefix.Length)
                    {
                        return Word(name[prefix.Length..]);
                    }
                }
            }
        }

        return "";
    }

    private static string Word(string name) => name.All(static c => char.IsLetterOrDigit(c) || c is '+' or '#' or '-' or '_' or '.') ? name : "";
}
