using Markdig;
using Markdig.Syntax;

namespace FastMd.Build.HelpGenerator;

/// <summary>Reads a Markdown file as a tree of its headings.</summary>
internal static class HelpFile
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseYamlFrontMatter().Build();

    /// <summary>The section of the file's one title.</summary>
    public static HelpSection Read(string path)
    {
        var open = new Stack<(int Level, HelpSection Section)>();
        foreach (var block in Markdown.Parse(File.ReadAllText(path), Pipeline))
        {
            if (block is not HeadingBlock heading)
            {
                if (open.TryPeek(out var current))
                {
                    current.Section.Blocks.Add(block);
                }

                continue;
            }

            var section = new HelpSection(path, PlainText.Of(heading.Inline), heading.Line + 1);
            while (open.TryPeek(out var above) && above.Level >= heading.Level)
            {
                open.Pop();
            }

            if (open.TryPeek(out var parent))
            {
                parent.Section.Sections.Add(section);
            }
            else if (heading.Level != 1 || section.Title.Length == 0)
            {
                throw section.Error("a help file begins with its title, a heading of level 1.");
            }

            open.Push((heading.Level, section));
        }

        return open.Count > 0 ? open.Last().Section : throw new HelpException(path, 1, "the file has no title.");
    }
}
