using FastMd.Engine.Documents;

namespace FastMd.Engine.Mdx.Evaluation;

/// <summary>The documents that are being included in one that is converted, within bounds.</summary>
/// <param name="includes">Finds what is included; null where nothing is to be found.</param>
internal sealed class Inclusions(IIncludedTexts? includes)
{
    private const int Deepest = 32;
    private const int Most = 1000;
    private const int MostCharacters = 16 * 1024 * 1024;

    private readonly Stack<IncludedText> _open = new();
    private int _count;
    private long _characters;

    /// <summary>Whether a module that is imported is a document.</summary>
    public static bool IsDocument(string module)
        => module.EndsWith(".mdx", StringComparison.OrdinalIgnoreCase) || module.EndsWith(".md", StringComparison.OrdinalIgnoreCase);

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
        if (++_count > Most || _characters > MostCharacters || _open.Count >= Deepest)
        {
            throw Refused($"More is included than {Most} documents, {MostCharacters / 1024 / 1024} million characters or {Deepest} levels");
        }

        _open.Push(included);
        return included;
    }

    /// <summary>Goes back to the document that includes.</summary>
    public void Leave() => _open.Pop();

    /// <summary>Says of what is wrong in a document that is included where it is.</summary>
    public static DocumentException Within(IncludedText included, DocumentException invalid)
    {
        var at = invalid.Diagnostic;
        var place = at.Line > 0 ? $"{included.Name}({at.Line},{at.Column})" : included.Name;
        return new(at with { Message = $"{place}, which is included here: {at.Message}", Line = 0, Column = 0 }, invalid);
    }

    private static DocumentException Refused(string reason)
        => new(Diagnostic.Error(DiagnosticCodes.InclusionRefused, $"{reason}; include each document from others only."));
}
