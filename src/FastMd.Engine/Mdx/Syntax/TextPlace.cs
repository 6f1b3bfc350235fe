using FastMd.Engine.Mdx.JavaScript;

namespace FastMd.Engine.Mdx.Syntax;

/// <summary>Where a text stands in a document.</summary>
/// <param name="Source">The document.</param>
/// <param name="Origin">Translates an offset in the text into one in the document; null where the two are the same.</param>
internal readonly record struct TextPlace(string Source, Func<int, int>? Origin)
{
    public int Of(int offset) => Origin is null ? offset : Origin(offset);

    /// <summary>Code that knows where it stands in the document, also when the translation is no longer there.</summary>
    public CodeFragment? Located(CodeFragment? code)
    {
        if (code is null || Origin is null)
        {
            return code;
        }

        var shift = Of(code.Start) - code.Start;
        return code with { Origin = offset => offset + shift };
    }
}
