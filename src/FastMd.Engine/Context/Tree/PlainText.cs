using System.Text;

namespace FastMd.Engine.Context.Tree;

/// <summary>What nodes say, without marks.</summary>
internal static class PlainText
{
    /// <summary>The text of nodes, one after the other.</summary>
    public static string Of(List<Node> nodes)
    {
        if (nodes is [Text only])
        {
            return only.Value;
        }

        var text = new StringBuilder();
        foreach (var node in Walk.All(nodes))
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
        }

        return text.ToString();
    }
}
