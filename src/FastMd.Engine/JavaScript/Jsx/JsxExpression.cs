namespace FastMd.Engine.JavaScript.Jsx;

/// <summary>An expression in braces that is not empty.</summary>
/// <param name="Code">The expression.</param>
internal sealed record JsxExpression(CodeFragment Code) : JsxNode;
