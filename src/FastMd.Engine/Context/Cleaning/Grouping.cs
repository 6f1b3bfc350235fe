using FastMd.Engine.Context.Tree;
using FastMd.Engine.Mdx;

namespace FastMd.Engine.Context.Cleaning;

/// <summary>Makes blocks, or text, of nodes of both kinds.</summary>
internal static class Grouping
{
    /// <summary>Whether a node stands in text.</summary>
    public static bool IsInline(Node node)
        => node is Text or HardBreak or CodeSpan or Emphasis or Link or Autolink or InlineHtml or FootnoteMark or MathSpan;

    /// <summary>Makes paragraphs of what stands in text; lists of components of one kind become one.</summary>
    /// <param name="nodes">The nodes.</param>
    /// <param name="start">Where a paragraph begins in the source, where it begins with the first node.</param>
    public static List<Node> ToBlocks(List<Node> nodes, int start = -1)
    {
        var blocks = new List<Node>(nodes.Count);
        for (var i = 0; i < nodes.Count;)
        {
            if (nodes[i] is Boundary)
            {
                i++;
                continue;
            }

            if (!IsInline(nodes[i]))
            {
                Append(blocks, nodes[i++]);
                continue;
            }

            var first = i;
            while (i < nodes.Count && IsInline(nodes[i]))
            {
                i++;
            }

            var run = Trimmed(nodes.GetRange(first, i - first));
            if (run.Count > 0)
            {
                blocks.Add(new Paragraph { Children = run, Start = first == 0 ? start : run[0].Start });
            }
        }

        return blocks;
    }

    /// <summary>Makes text of what blocks hold, with spaces between them.</summary>
    public static List<Node> ToText(List<Node> nodes)
    {
        if (nodes.TrueForAll(IsInline))
        {
            return nodes;
        }

        NestingLimit.Check();
        var text = new List<Node>();
        foreach (var node in nodes)
        {
            if (IsInline(node))
            {
                text.Add(node);
                continue;
            }

            var inner = node switch
            {
                HtmlNode html => [new InlineHtml(html.Text)],
                CodeNode code => [new CodeSpan(code.Text.Trim())],
                MathNode math => [new MathSpan($"${math.Text.Trim()}$")],
                Parent parent => ToText(parent.Children),
                _ => (List<Node>)[],
            };
            if (text.Count > 0 && inner.Count > 0)
            {
                text.Add(new Text(" "));
            }

            text.AddRange(inner);
        }

        return text;
    }

    private static void Append(List<Node> blocks, Node block)
    {
        if (block is ListNode { Origin: { } origin } list && blocks.Count > 0 && blocks[^1] is ListNode before && Equals(before.Origin, origin)
            && before.FirstNumber is null == list.FirstNumber is null)
        {
            before.Children.AddRange(list.Children);
            before.IsLoose |= list.IsLoose;
            return;
        }

        blocks.Add(block);
    }

    /// <summary>Text without the space and the line ends around it.</summary>
    public static List<Node> Trimmed(List<Node> run)
    {
        var end = run.FindLastIndex(static node => !IsSpace(node)) + 1;
        run.RemoveRange(end, run.Count - end);
        run.RemoveRange(0, Math.Max(0, run.FindIndex(static node => !IsSpace(node))));
        if (run.Count > 0 && run[0] is Text { IsEscaped: false } begin)
        {
            run[0] = new Text(begin.Value.TrimStart(' ', '\t', '\n')) { Start = begin.Start };
        }

        if (run.Count > 0 && run[^1] is Text { IsEscaped: false } last)
        {
            run[^1] = new Text(last.Value.TrimEnd(' ', '\t', '\n')) { Start = last.Start };
        }

        return run;
    }

    private static bool IsSpace(Node node) => node is HardBreak || (node is Text { IsEscaped: false } text && text.Value.AsSpan().IsWhiteSpace());
}
