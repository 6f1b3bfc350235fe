using FastMd.Engine.JavaScript;
using FastMd.Engine.JavaScript.Jsx;

namespace FastMd.Engine.Mdx.Program;

/// <summary>The places of some code that are written otherwise than they stand.</summary>
internal static class CodeEdits
{
    /// <summary>Finds them, in order.</summary>
    /// <param name="code">The code.</param>
    /// <param name="rewriting">What import calls and the module's address become; null where they stay.</param>
    /// <param name="inserted">What is put into functions; it may stand elsewhere in the text of the code.</param>
    public static IReadOnlyList<CodeEdit> Of(CodeFragment code, CodeRewriting? rewriting, IReadOnlyList<CodeEdit> inserted)
    {
        if (code.Elements.Count == 0 && inserted.Count == 0 && (rewriting is null || code.ImportCalls.Count + code.MetaUrls.Count == 0))
        {
            return [];
        }

        var edits = new List<CodeEdit>();
        foreach (var element in code.Elements)
        {
            edits.Add(new(element.Start, element.End, "", element));
        }

        rewriting?.AddEdits(code, edits);
        foreach (var edit in inserted)
        {
            if (edit.Start >= code.Start && edit.Start <= code.End && !IsWithinElement(code, edit.Start))
            {
                edits.Add(edit);
            }
        }

        // Stable: what is put in where another thing begins comes before it, what is put in where it ends after it.
        return [.. edits.OrderBy(static edit => edit.Start).ThenBy(static edit => edit.End)];
    }

    /// <summary>Whether one of the elements, which are in order, begins before a place and ends after it.</summary>
    private static bool IsWithinElement(CodeFragment code, int offset)
    {
        var (low, high) = (0, code.Elements.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = code.Elements[middle].End <= offset ? (middle + 1, high) : (low, middle);
        }

        return low < code.Elements.Count && code.Elements[low].Start < offset;
    }
}

/// <summary>A place of some code that is written otherwise than it stands.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">The offset after it; where it begins if something is only put in.</param>
/// <param name="Code">What is written there.</param>
/// <param name="Element">The element that is written there, if it is one.</param>
internal sealed record CodeEdit(int Start, int End, string Code, JsxElement? Element = null);
