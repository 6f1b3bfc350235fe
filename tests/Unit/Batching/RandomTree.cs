using System.Text;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Batching;

/// <summary>A tree of made-up documents: the same seed gives the same tree.</summary>
internal static class RandomTree
{
    private static readonly string[] Blocks =
    [
        "# A heading\n", "## `Code` & more\n", "Some *emphasised* text with a [link](page3.md#part) and a footnote[^1].\n",
        "- one\n- two\n  - nested\n", "1. first\n2. second\n", "> a quote\n> goes on\n", "```csharp\nvar x = 1 < 2;\n```\n",
        "| a | b |\n|---|:-:|\n| 1 | `2` |\n", "- [ ] open\n- [x] done\n", "~~gone~~ https://example.org/path?q=1\n",
        "<div>raw</div>\n", "> [!NOTE]\n> mind this\n", "[^1]: the note\n", "Grüße, 世界 😀\n", "***\n", "![image](a.png \"title\")\n",
    ];

    /// <summary>Writes the tree; gives the number of documents.</summary>
    public static int Write(TemporaryFolder folder, int seed, int maximumDocuments = 40)
    {
        var random = new Random(seed);
        var count = random.Next(1, maximumDocuments);
        for (var index = 0; index < count; index++)
        {
            var depth = random.Next(3);
            var path = string.Concat(Enumerable.Range(0, depth).Select(_ => $"d{random.Next(3)}/")) + $"page{index}.md";
            folder.Write(path, Document(random));
        }

        return count;
    }

    private static string Document(Random random)
    {
        var text = new StringBuilder();
        if (random.Next(3) == 0)
        {
            text.Append("---\ntitle: ").Append(random.Next()).Append("\ntags: [a, b]\n---\n");
        }

        // Most documents are small, a few are not.
        var blocks = random.Next(10) == 0 ? random.Next(200, 600) : random.Next(0, 20);
        for (var block = 0; block < blocks; block++)
        {
            text.Append(Blocks[random.Next(Blocks.Length)]).Append('\n');
        }

        return text.ToString();
    }
}
