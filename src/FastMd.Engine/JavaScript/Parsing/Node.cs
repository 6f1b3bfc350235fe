namespace FastMd.Engine.JavaScript.Parsing;

/// <summary>An expression or pattern, as far as the parser looks back at it: what could be a pattern keeps its parts.</summary>
internal sealed class Node(NodeKind kind, int start, int end)
{
    public NodeKind Kind { get; set; } = kind;

    public int Start => start;

    public int End { get; set; } = end;

    /// <summary>The name of an identifier, the value of a literal, the name of a key.</summary>
    public string? Name { get; init; }

    /// <summary>What stands in parentheses, after the dots, left of the equals sign, or as a property's value.</summary>
    public Node? Inner { get; init; }

    /// <summary>Elements or properties; null for a hole.</summary>
    public List<Node?>? Items { get; init; }

    /// <summary>Of a property: a getter or setter. Of an assignment: by an operator. Of a member: a private one. Of an optional member or call: that it is.</summary>
    public bool Flag { get; init; }

    /// <summary>Of a property: offset of its key. Of a function or class: offset of its name.</summary>
    public int KeyStart { get; init; }

    /// <summary>Adds the identifiers that a pattern declares.</summary>
    public void AddNamesTo(List<Node> names)
    {
        if (Kind == NodeKind.Identifier)
        {
            names.Add(this);
        }
        else if (Kind is NodeKind.Property or NodeKind.DefaultPattern or NodeKind.Rest)
        {
            Inner!.AddNamesTo(names);
        }

        Items?.ForEach(item => item?.AddNamesTo(names));
    }

    public bool IsSimpleTarget => Kind == NodeKind.Parenthesized ? Inner!.IsSimpleTarget : Kind is NodeKind.Identifier or NodeKind.Member;
}
