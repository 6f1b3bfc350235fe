using Markdig.Syntax;

namespace FastMd.Engine.Markdown.Definitions;

/// <summary>
/// How much text references may add to a document: as much as the document has, or 100,000 characters, as in cmark. A long address that
/// is referred to over and over would make of a small document an output without bound; references beyond that are text.
/// </summary>
/// <param name="length">The document's length in characters.</param>
internal sealed class ReferenceBudget(int length)
{
    private const int Least = 100_000;

    private int _left = Math.Max(length, Least);

    /// <summary>Whether one more reference to a definition may become a link.</summary>
    public bool TrySpend(LinkReferenceDefinition definition)
    {
        var size = (definition.Url?.Length ?? 0) + (definition.Title?.Length ?? 0);
        if (size > _left)
        {
            return false;
        }

        _left -= size;
        return true;
    }
}
