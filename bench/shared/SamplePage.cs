using System.Globalization;
using System.Text;

namespace FastMd.Bench;

/// <summary>A page of documentation as it is usually written, the same on every run.</summary>
internal static class SamplePage
{
    /// <summary>Characters of a page: about the average of real documentation.</summary>
    public const int Length = 11_000;

    public const string FrontMatter = """
        ---
        title: How to convert a tree of pages
        description: "Everything about converting, in order: sources, options, results."
        date: 2026-01-31
        order: 12
        draft: false
        tags: [markdown, html, batch]
        author:
          name: A. Writer
          links:
            - https://example.org/writer
            - https://example.org/blog
        ---

        """;

    private const int Seed = 20260131;

    private static readonly string[] Words =
        ("a and batch command convert directory document file folder for heading in is it limit line link list module name of on option "
        + "output page parallel path result run same table text that the this time to tree value when with worker write öffnen naïve 日本")
        .Split(' ');

    /// <summary>The page: headings, paragraphs with inline markup and links, lists, tables and code, without front matter.</summary>
    public static string Markdown() => Markdown(Length, Seed);

    /// <summary>Another page of that kind, of so many characters or up to a section more.</summary>
    public static string Markdown(int length, int seed)
    {
        var random = new Random(seed);
        var page = new StringBuilder("# A generated page\n\n", length + 2048);
        for (var section = 1; page.Length < length; section++)
        {
            page.Append(CultureInfo.InvariantCulture, $"## Section {section}: {Sentence(random, 4)}\n\n");
            page.Append(Sentence(random, 60)).Append("\n\n");
            page.Append(CultureInfo.InvariantCulture, $"{Sentence(random, 12)} [{Sentence(random, 2)}](../other/page-{section}.md#part) ");
            page.Append(CultureInfo.InvariantCulture, $"**{Sentence(random, 3)}** `Get-Item{section}` *{Sentence(random, 5)}* {Sentence(random, 30)}\n\n");
            AppendBlock(page, random, section);
        }

        return page.ToString();
    }

    private static void AppendBlock(StringBuilder page, Random random, int section)
    {
        switch (section % 4)
        {
            case 0:
                page.Append("```powershell\nGet-ChildItem -Path . -Recurse |\n    Where-Object Length -gt 1kb\n```\n\n");
                break;
            case 1:
                page.Append("| Name | Meaning |\n| --- | --- |\n");
                Repeat(4, () => page.Append(CultureInfo.InvariantCulture, $"| `{Sentence(random, 1)}` | {Sentence(random, 9)} |\n"));
                break;
            case 2:
                Repeat(5, () => page.Append(CultureInfo.InvariantCulture, $"- {Sentence(random, 12)}\n  - [ ] {Sentence(random, 6)}\n"));
                break;
            default:
                page.Append(CultureInfo.InvariantCulture, $"> [!NOTE]\n> {Sentence(random, 20)}\n\n");
                break;
        }

        page.Append('\n');
    }

    private static void Repeat(int times, Action action)
    {
        for (var i = 0; i < times; i++)
        {
            action();
        }
    }

    private static string Sentence(Random random, int words)
        => string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)]));
}
