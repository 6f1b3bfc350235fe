using System.Text;

namespace FastMd.Engine.Context.Tree;

/// <summary>What nodes say, without marks.</summary>
internal static class PlainText
{
    /// <summary>The text of nodes, one after the other.</summary>
    public static string Of(IEnumerable<Node> nodes)
    {
        var text = new StringBuilder();
        Append(text, nodes);
        return text.ToString();
    }

    private static void Append(StringBuilder text, IEnumerable<Node> nodes)
    {
        foreach (var node in nodes)
        {
            _ = node switch
            {
                Text literal => text.Append(literal.Value),
                CodeSpan code => text.Append(code.Value),
                CodeNode code => text.Append(code.Text),
                Autolink link => text.Append(link.Text),
                MathSpan math => text.Append(math.Source),
                MathNode math => text.Append(math.Text),
                HardBreak => text.Append('\n'),
                _ => text,
            };
            if (node is Parent parent)
            {
                Append(text, parent.Children);
            }
        }
    }
}
