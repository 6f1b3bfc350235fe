namespace FastMd.Engine.JavaScript.Parsing;

/// <summary>What the parser has to know of an expression it has read.</summary>
internal enum NodeKind
{
    /// <summary>Anything that can neither be assigned to nor become a pattern.</summary>
    Value,
    StringLiteral,
    NumberLiteral,
    Identifier,
    PrivateName,
    Super,
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
