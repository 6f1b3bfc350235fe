namespace FastMd.Engine.JavaScript.Parsing;

/// <summary>How a name is declared.</summary>
internal enum Binding
{
    /// <summary>Not at all: it is assigned to.</summary>
    None,
    Var,
    Lexical,
    SimpleCatch,

    /// <summary>Checked like a declaration, declared nowhere.</summary>
    Outside,
}
