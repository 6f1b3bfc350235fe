using FastMd.Engine.Configuration;
using FastMd.Engine.Context.Tree;

namespace FastMd.Engine.Context.Cleaning;

/// <summary>Replaces lines that include other files by what they include.</summary>
/// <param name="cleaner">Cleans the document.</param>
internal sealed class IncludeLines(Cleaner cleaner)
{
    private bool IsOn => cleaner.Job.Options.Takes(ContextSteps.Includes);

    /// <summary>What a paragraph of nothing but such lines becomes; null for any other.</summary>
    public List<Node>? Of(Paragraph paragraph)
    {
        if (!IsOn || paragraph.Start < 0 || paragraph.Children is not [Text first, ..] || !IncludeLine.MayBegin(first.Value))
        {
            return null;
        }

        // As the author wrote it: names may hold what is emphasis elsewhere.
        var lines = new List<IncludeLine>();
        foreach (var line in LinesAt(paragraph.Start))
        {
            if (IncludeLine.Read(line) is not { } include)
            {
                return null;
            }

            lines.Add(include);
        }

        return lines.Count == 0 ? null : [.. lines.SelectMany(line => Nodes(line, paragraph.Start))];
    }

    /// <summary>What a comment that includes becomes; null for any other HTML.</summary>
    public List<Node>? Of(HtmlNode html)
        => IsOn && IncludeLine.ReadComment(html.Text.Trim()) is { } include ? Nodes(include, html.Start) : null;

    /// <summary>Code with the files that its lines include.</summary>
    public CodeNode In(CodeNode code)
    {
        if (!IsOn || !IncludeLine.MayStandIn(code.Text))
        {
            return code;
        }

        var lines = code.Text.TrimEnd('\n').Split('\n').Select(line =>
        {
            var indent = line[..(line.Length - line.TrimStart().Length)];
            return IncludeLine.ReadAnywhere(line.Trim()) is { } include && TextOf(include, code.Start) is { } text
                ? string.Join('\n', text.Split('\n').Select(included => included.Length == 0 ? "" : indent + included))
                : line;
        });
        return new() { Info = code.Info, Text = string.Join('\n', lines) + "\n", Start = code.Start };
    }

    private IEnumerable<string> LinesAt(int start)
    {
        var source = cleaner.References.Source;
        while (start < source.Length)
        {
            var end = source.AsSpan(start).IndexOf('\n') is >= 0 and var length ? start + length : source.Length;
            var line = source.AsSpan(start, end - start).Trim(" \t\r>").ToString();
            if (line.Length == 0)
            {
                yield break;
            }

            yield return line;
            start = end + 1;
        }
    }

    private List<Node> Nodes(IncludeLine include, int start)
    {
        if (!include.IsCode)
        {
            if (cleaner.Job.Read.Read(include.Path, cleaner, start, properties: null, include.Select) is { } nodes)
            {
                return nodes;
            }
        }
        else if (TextOf(include, start) is { } text)
        {
            var info = include.Title is { } title ? $"{include.Language} title=\"{title}\"" : include.Language;
            return [new CodeNode { Info = info, Text = text.Length == 0 ? "" : text + "\n", Start = start }];
        }
        else
        {
            return [];
        }

        cleaner.Warnings.NoteMissing(include.Path, start);
        return [];
    }

    private string? TextOf(IncludeLine include, int start)
    {
        if (cleaner.Job.Inclusions.Enter(include.Path) is not { } included)
        {
            cleaner.Warnings.NoteMissing(include.Path, start);
            return null;
        }

        cleaner.Job.Inclusions.Leave();
        return include.Select(included.Text.Text.ReplaceLineEndings("\n").TrimEnd('\n'));
    }
}
