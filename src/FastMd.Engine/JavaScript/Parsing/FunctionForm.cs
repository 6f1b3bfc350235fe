namespace FastMd.Engine.JavaScript.Parsing;

/// <summary>Where a function or class stands, which decides about its name.</summary>
internal enum FunctionForm
{
    Expression,

    /// <summary>Needs a name, which it declares.</summary>
    Statement,

    /// <summary>After <c>export default</c>: a name it has is declared.</summary>
    DefaultExport,
}
