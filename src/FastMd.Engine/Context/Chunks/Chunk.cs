namespace FastMd.Engine.Context.Chunks;

/// <summary>A part of a document that is read by itself.</summary>
/// <param name="Text">Its text, which begins with the headings that it stands under.</param>
/// <param name="HeadingPath">The texts of the headings that it begins under, the outermost first.</param>
/// <param name="Ids">The ids of the sections, and of the pieces of sections, that it holds. They depend on document, heading path and content alone.</param>
/// <param name="Tokens">Its tokens.</param>
/// <param name="FirstLine">The first line of the text that it was made of, from 1.</param>
/// <param name="LastLine">The last line.</param>
/// <param name="IsOversize">Whether it has more tokens than there should be, since nothing in it can be divided.</param>
internal sealed record Chunk(
    string Text, IReadOnlyList<string> HeadingPath, IReadOnlyList<string> Ids, int Tokens, int FirstLine, int LastLine, bool IsOversize);
