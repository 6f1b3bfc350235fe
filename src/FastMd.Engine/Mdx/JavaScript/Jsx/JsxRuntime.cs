namespace FastMd.Engine.Mdx.JavaScript.Jsx;

/// <summary>What JSX is compiled to.</summary>
internal enum JsxRuntime
{
    /// <summary>Calls of <c>_jsx</c> and <c>_jsxs</c>, or <c>_jsxDEV</c>, which the runtime's module exports.</summary>
    Automatic,

    /// <summary>Calls of one function that is in scope, such as <c>React.createElement</c>.</summary>
    Classic,

    /// <summary>JSX, for another compiler to take care of.</summary>
    Preserve,
}
