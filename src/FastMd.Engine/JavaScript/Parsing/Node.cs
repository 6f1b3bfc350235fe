namespace FastMd.Engine.JavaScript.Parsing;

/// <summary>What the parsers have to know of an expression that has been parsed.</summary>
internal enum NodeKind : byte
{
    /// <summary>Anything that can neither be assigned to nor become a pattern.</summary>
    Value,
    StringLiteral,
    NumberLiteral,
    Identifier,
    PrivateName,
    Super,
    ImportMeta,

    /// <summary>A function or a class.</summary>
    Function,
    Member,
    OptionalChain,
    Parenthesized,
    Sequence,
    Arrow,
    Array,
    Object,
    Property,
    Spread,
    Assignment,
    ArrayPattern,
    ObjectPattern,
    DefaultPattern,
    Rest,
}

/// <summary>An expression or pattern, as far as the parsers look back at it: what could be a pattern keeps its parts.</summary>
internal sealed class Node(NodeKind kind, int start, int end)
{
    public NodeKind Kind { get; set; } = kind;

    public int Start { get; } = start;

    public int End { get; } = end;

    /// <summary>The name of an identifier, a function or a class; the value of a literal.</summary>
    public string? Name { get; init; }

    /// <summary>What stands in parentheses, after the dots, left of the equals sign, or as a property's value.</summary>
    public Node? Inner { get; init; }

    /// <summary>Elements or properties; null for a hole.</summary>
    public List<Node?>? Items { get; init; }

    /// <summary>Whether a property is a getter or a setter.</summary>
    public bool IsAccessor { get; init; }

    /// <summary>Whether an assignment is one by an operator, such as <c>+=</c>.</summary>
    public bool IsCompound { get; init; }

    /// <summary>Whether a member is named by a private name.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Offset of the key of a property, or of the name of a function or class; otherwise of the whole.</summary>
    public int KeyStart { get; init; } = start;

    /// <summary>Whether it is a simple assignment target: a name or a member.</summary>
    public bool IsSimpleTarget => Kind == NodeKind.Parenthesized ? Inner!.IsSimpleTarget : Kind is NodeKind.Identifier or NodeKind.Member;

    /// <summary>Adds the identifiers of a pattern that declares them, or a function or class that declares its name.</summary>
    public void AddNamesTo(List<Node> names)
    {
        if (Kind is NodeKind.Identifier or NodeKind.Function)
        {
            names.Add(this);
        }
        else if (Kind is NodeKind.Property or NodeKind.DefaultPattern or NodeKind.Rest)
        {
            Inner!.AddNamesTo(names);
        }

        Items?.ForEach(item => item?.AddNamesTo(names));
    }
}
