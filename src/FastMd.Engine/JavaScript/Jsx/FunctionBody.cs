namespace FastMd.Engine.JavaScript.Jsx;

/// <summary>Where statements can be put into a function. Offsets are into the text of the code it is in.</summary>
internal sealed class FunctionBody
{
    /// <summary>Offset of the body's first character: the brace, or of the expression an arrow function returns.</summary>
    public int Start { get; set; }

    /// <summary>Offset after the body's last character.</summary>
    public int End { get; set; }

    /// <summary>Whether the body is an expression, not a block.</summary>
    public bool IsExpression { get; set; }
}
