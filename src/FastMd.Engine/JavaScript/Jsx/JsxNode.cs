namespace FastMd.Engine.JavaScript.Jsx;

/// <summary>A child of an element: text, an element, or an expression.</summary>
internal abstract record JsxNode;
