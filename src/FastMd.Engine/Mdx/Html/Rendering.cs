using FastMd.Engine.Components;
using FastMd.Engine.Documents;
using FastMd.Engine.Markdown.Headings;

namespace FastMd.Engine.Mdx.Html;

/// <summary>What a document and those that it includes share while they are written.</summary>
/// <param name="registry">What components become.</param>
/// <param name="includes">Finds what is included; null where nothing is to be found.</param>
/// <param name="slugger">Makes the ids of headings, each once.</param>
/// <param name="cancellation">Cancelled when the document is abandoned.</param>
internal sealed class Rendering(ComponentRegistry registry, IIncludedTexts? includes, GitHubSlugger slugger, CancellationToken cancellation)
{
    private const int DeepestInclusion = 32;
    private const int MostInclusions = 1000;
    private const int MostCharacters = 16 * 1024 * 1024;

    private readonly Stack<IncludedText> _open = new();
    private int _inclusions;
    private long _characters;

    /// <summary>What was written that a page has to load or style something for.</summary>
    public DocumentFeatures Features { get; set; }

    public ComponentRegistry Registry => registry;

    public GitHubSlugger Slugger => slugger;

    public CancellationToken Cancellation => cancellation;

    /// <summary>How many groups of tabs there are so far.</summary>
    public int Tabs { get; set; }

    /// <summary>Goes into a document that is included; null where there is none.</summary>
    /// <param name="specifier">What the including document calls it.</param>
    /// <exception cref="DocumentException">It includes itself, or more is included than there may be.</exception>
    public IncludedText? Enter(string specifier)
    {
        if (includes?.Open(specifier, _open.TryPeek(out var outer) ? outer.Path : null) is not { } included)
        {
            return null;
        }

        if (_open.Any(open => open.Path == included.Path))
        {
            throw Refused($"'{included.Name}' includes itself: {string.Join(" → ", _open.Reverse().Append(included).Select(static open => open.Name))}");
        }

        _characters += included.Text.Text.Length;
        if (++_inclusions > MostInclusions || _characters > MostCharacters || _open.Count >= DeepestInclusion)
        {
            throw Refused($"More is included than {MostInclusions} documents, {MostCharacters / 1024 / 1024} million characters or {DeepestInclusion} levels");
        }

        _open.Push(included);
        return included;
    }

    /// <summary>Goes back to the document that includes.</summary>
    public void Leave() => _open.Pop();

    private static DocumentException Refused(string reason)
        => new(Diagnostic.Error(DiagnosticCodes.InclusionRefused, $"{reason}; include each document from others only."));
}
