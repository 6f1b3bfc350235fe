namespace FastMd.Engine.JavaScript.Parsing;

/// <summary>Where a statement stands, which decides what it can be.</summary>
internal enum StatementPlace
{
    Module,
    Block,

    /// <summary>The only statement of an <c>if</c>, a loop or a label: no declaration.</summary>
    Single,
}
