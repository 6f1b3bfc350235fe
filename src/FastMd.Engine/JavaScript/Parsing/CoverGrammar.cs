using FastMd.Engine.JavaScript.Tokens;

namespace FastMd.Engine.JavaScript.Parsing;

/// <summary>
/// Cover grammars: what is parsed as an expression before an equals sign or an arrow shows that it was an assignment pattern or parameters.
/// </summary>
/// <param name="tokens">The tokens.</param>
internal sealed class CoverGrammar(Tokenizer tokens)
{
    /// <summary>Converts what was parsed as an expression to a pattern.</summary>
    /// <param name="node">The expression; null for a hole.</param>
    /// <param name="isBinding">Whether it declares names, and does not assign.</param>
    /// <param name="cover">The errors to report if it is an object or an array.</param>
    public void ToPattern(Node? node, bool isBinding, CoverErrors? cover)
    {
        switch (node?.Kind)
        {
            case null or NodeKind.ObjectPattern or NodeKind.ArrayPattern or NodeKind.DefaultPattern or NodeKind.Rest or NodeKind.Identifier:
            case NodeKind.Member when !isBinding:
                break;
            case NodeKind.Object:
                node.Kind = NodeKind.ObjectPattern;
                cover?.RequireAssignmentPattern(tokens);
                PropertiesToPatterns(node.Items!, isBinding);
                break;
            case NodeKind.Array:
                node.Kind = NodeKind.ArrayPattern;
                cover?.RequireAssignmentPattern(tokens);
                foreach (var item in node.Items!)
                {
                    ToPattern(item, isBinding, cover: null);
                }

                break;
            case NodeKind.Property:
                if (node.IsAccessor)
                {
                    tokens.Fail(node.KeyStart, "A pattern has no getters and setters");
                }

                ToPattern(node.Inner, isBinding, cover: null);
                break;
            case NodeKind.Spread:
                SpreadToRest(node, isBinding);
                break;
            case NodeKind.Assignment:
                if (node.IsCompound)
                {
                    tokens.Fail(node.Inner!.End, "A default is given by `=`");
                }

                node.Kind = NodeKind.DefaultPattern;
                ToPattern(node.Inner, isBinding, cover: null);
                break;
            case NodeKind.Parenthesized:
                ToPattern(node.Inner, isBinding, cover);
                break;
            default:
                tokens.Fail(node.Start, "This cannot be assigned to");
                break;
        }
    }

    private void PropertiesToPatterns(List<Node?> properties, bool isBinding)
    {
        foreach (var property in properties)
        {
            ToPattern(property, isBinding, cover: null);
            if (property is { Kind: NodeKind.Rest, Inner.Kind: NodeKind.ArrayPattern or NodeKind.ObjectPattern })
            {
                tokens.FailUnexpected(property.Inner.Start);
            }
        }
    }

    private void SpreadToRest(Node node, bool isBinding)
    {
        node.Kind = NodeKind.Rest;
        ToPattern(node.Inner, isBinding, cover: null);
        if (node.Inner!.Kind == NodeKind.DefaultPattern)
        {
            tokens.Fail(node.Inner.Start, "The rest has no default");
        }
    }
}
