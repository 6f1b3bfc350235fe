using FastMd.Engine.Components;
using FastMd.Engine.Context.Tree;

namespace FastMd.Engine.Context.Cleaning;

/// <summary>Makes alerts of what tools write as such.</summary>
internal static class AlertNodes
{
    /// <summary>An alert.</summary>
    /// <param name="word">What the tool calls it.</param>
    /// <param name="title">Its title; null where it has none.</param>
    /// <param name="content">What is in it.</param>
    /// <param name="start">Where it begins in the source.</param>
    public static Alert Of(string word, List<Node>? title, List<Node> content, int start)
    {
        // A title that says no more than the kind is none.
        var isNamed = title is { Count: > 0 } && !(title is [Text only] && only.Value.Equals(word, StringComparison.OrdinalIgnoreCase) && AlertTones.KindOf(word) is not null);
        return new(KindOf(word)) { Start = start, Children = isNamed ? [ComponentNodes.Strong(title!), .. content] : content };
    }

    /// <summary>GitHub's kind that a word means: caution is no more than a warning to those who write it, and danger is more.</summary>
    private static string KindOf(string word)
        => word.Equals("caution", StringComparison.OrdinalIgnoreCase) ? "warning" : AlertTones.KindOf(word) ?? word.ToUpperInvariant() switch
        {
            "FAILURE" or "FAIL" or "MISSING" or "BUG" => "caution",
            "DONE" => "tip",
            _ => "note",
        };
}
