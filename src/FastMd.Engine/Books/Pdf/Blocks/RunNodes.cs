using FastMd.Engine.Context.Tree;

namespace FastMd.Engine.Books.Pdf.Blocks;

/// <summary>Makes nodes of runs. What is bold or italic is so by whole words.</summary>
internal static class RunNodes
{
    /// <summary>The nodes of a block's runs.</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="dropped">Styles that go without saying.</param>
    public static List<Node> Of(List<Run> runs, RunStyle dropped)
    {
        var nodes = new List<Node>();
        var clean = Joined(runs, dropped);
        for (var i = 0; i < clean.Count; i++)
        {
            Add(nodes, clean[i]);
        }

        return nodes;
    }

    private static List<Run> Joined(List<Run> runs, RunStyle dropped)
    {
        var joined = new List<Run>(runs.Count);
        for (var i = 0; i < runs.Count; i++)
        {
            var run = runs[i] with { Style = runs[i].Style & ~dropped };
            if (run.Style != 0 && !IsWhole(runs, i))
            {
                run = run with { Style = 0 };
            }

            if (joined.Count > 0 && joined[^1].Style == run.Style && string.Equals(joined[^1].Url, run.Url, StringComparison.Ordinal))
            {
                joined[^1] = joined[^1] with { Text = joined[^1].Text + run.Text };
            }
            else
            {
                joined.Add(run);
            }
        }

        return joined;
    }

    // Nothing of a word is outside of it.
    private static bool IsWhole(List<Run> runs, int i)
    {
        var text = runs[i].Text;
        return (i == 0 || !char.IsLetterOrDigit(runs[i - 1].Text[^1]) || !char.IsLetterOrDigit(text[0]))
            && (i + 1 == runs.Count || !char.IsLetterOrDigit(runs[i + 1].Text[0]) || !char.IsLetterOrDigit(text[^1]))
            && HasLetterOrDigit(text);
    }

    private static bool HasLetterOrDigit(string text)
    {
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                return true;
            }
        }

        return false;
    }

    private static void Add(List<Node> nodes, Run run)
    {
        if (run.Style == 0 && run.Url is null)
        {
            nodes.Add(new Text(run.Text));
            return;
        }

        // Spaces stand outside of what is marked.
        var core = run.Text.Trim();
        if (core.Length == 0)
        {
            nodes.Add(new Text(run.Text));
            return;
        }

        var begin = run.Text.IndexOf(core, StringComparison.Ordinal);
        if (begin > 0)
        {
            nodes.Add(new Text(run.Text[..begin]));
        }

        nodes.Add(Marked(core, run));
        if (begin + core.Length < run.Text.Length)
        {
            nodes.Add(new Text(run.Text[(begin + core.Length)..]));
        }
    }

    private static Node Marked(string text, Run run)
    {
        Node node = (run.Style & RunStyle.Code) != 0 ? new CodeSpan(text) : new Text(text);
        if ((run.Style & RunStyle.Italic) != 0 && node is Text)
        {
            node = new Emphasis(EmphasisKind.Emphasis) { Children = [node] };
        }

        if ((run.Style & RunStyle.Bold) != 0 && node is not CodeSpan)
        {
            node = new Emphasis(EmphasisKind.Strong) { Children = [node] };
        }

        return run.Url is { } url ? new Link { Url = url, Children = [node] } : node;
    }
}
