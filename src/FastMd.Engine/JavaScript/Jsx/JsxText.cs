namespace FastMd.Engine.JavaScript.Jsx;

/// <summary>Text as it is to be rendered: references decoded, white space already dealt with.</summary>
/// <param name="Value">The text.</param>
internal sealed record JsxText(string Value) : JsxNode;
