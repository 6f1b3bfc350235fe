namespace FastMd.Engine.Documents;

/// <summary>A heading of a document.</summary>
/// <param name="Level">1 to 6.</param>
/// <param name="Text">Its plain text.</param>
/// <param name="Id">The id that links lead to; null where it has none.</param>
public sealed record Heading(int Level, string Text, string? Id);
