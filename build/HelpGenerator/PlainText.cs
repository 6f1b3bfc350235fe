using System.Text;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FastMd.Build.HelpGenerator;

/// <summary>Markdown as the console shows help: without its marks.</summary>
internal static class PlainText
{
    /// <summary>A string for each paragraph and list item; code blocks are left out.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<Block> blocks) => [.. blocks.SelectMany(Of)];

    public static string Of(ContainerInline? inlines)
    {
        var text = new StringBuilder();
        Append(inlines, text);
        return text.ToString().Trim();
    }

    private static IEnumerable<string> Of(Block block) => block switch
    {
        CodeBlock or YamlFrontMatterBlock => [],
        LeafBlock leaf => [Of(leaf.Inline)],
        ListItemBlock item => Of(item.AsEnumerable()).Select((text, index) => index == 0 ? "- " + text : text),
        ContainerBlock container => Of(container.AsEnumerable()),
        _ => [],
    };

    private static void Append(ContainerInline? inlines, StringBuilder text)
    {
        foreach (var inline in inlines ?? Enumerable.Empty<Inline>())
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case AutolinkInline link:
                    text.Append(link.Url);
                    break;
                case ContainerInline container:
                    Append(container, text);
                    break;
            }
        }
    }
}
