namespace FastMd.Engine.Output.State;

/// <summary>A link to an anchor of a document.</summary>
/// <param name="Target">Absolute path of the document.</param>
/// <param name="Fragment">The anchor, decoded.</param>
/// <param name="Line">Line of the link, from 1.</param>
/// <param name="Column">Column of the link, from 1.</param>
public sealed record AnchorUse(string Target, string Fragment, int Line, int Column);
