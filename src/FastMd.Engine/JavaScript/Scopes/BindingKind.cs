namespace FastMd.Engine.JavaScript.Scopes;

/// <summary>How a name is bound.</summary>
internal enum BindingKind
{
    /// <summary>Not at all: it is assigned to.</summary>
    None,

    /// <summary>Like <c>var</c> and parameters: it may be declared again.</summary>
    Var,

    /// <summary>Like <c>let</c>, <c>const</c>, classes and imports.</summary>
    Lexical,

    /// <summary>The parameter of a <c>catch</c> that is no pattern: <c>var</c> may declare it again.</summary>
    SimpleCatch,

    /// <summary>The name of a function, which is declared outside its own scope: it is only checked.</summary>
    Outside,
}
