using FastMd.Engine.Documents;
using FastMd.Tests.Unit.Mdx.Program;

namespace FastMd.Tests.Unit.Mdx;

/// <summary>Documents that nobody would write: they become a program or are rejected, and nothing else.</summary>
public class MutationTests
{
    private static readonly string[] Pieces =
    [
        "{", "}", "<", ">", "/", "\"", "'", "`", "\n", "\n\n", "> ", "- ", "1. ", "    ", "\t", "{/*", "*/}", "</", "/>", "<A>", "</A>",
        "import ", "export ", "export default ", "=>", "(", ")", "[", "]", "![", "](", "*", "**", "_", "~~", "|", "|-|", "#", "```", "---",
        "\\", "&", ";", "=", "...", "${", "//", "\u2028", "\ud800", "\r", "[^1]", "[^1]: ", "http://a.b", "www.a.b", "a@b.co", "await ",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_mutated_document_is_converted_or_rejected(int seed)
    {
        var random = new Random(seed);
        var inputs = MdxCase.All.Values.Select(static example => example.Input).ToArray();
        for (var i = 0; i < 2_000; i++)
        {
            var mdx = Mutate(random, inputs);

            var failure = Record.Exception(() => Compiled.Program(mdx));

            Assert.True(failure is null or DocumentException, $"{mdx}\n\n{failure}");
        }
    }

    private static string Mutate(Random random, string[] inputs)
    {
        var mdx = inputs[random.Next(inputs.Length)] + "\n\n" + inputs[random.Next(inputs.Length)];
        for (var left = random.Next(1, 6); left > 0; left--)
        {
            var at = random.Next(mdx.Length + 1);
            mdx = random.Next(3) switch
            {
                0 => mdx.Insert(at, Pieces[random.Next(Pieces.Length)]),
                1 => mdx.Remove(at, Math.Min(random.Next(8), mdx.Length - at)),
                _ => mdx.Insert(at, mdx[..random.Next(Math.Min(mdx.Length, 40))]),
            };
        }

        return mdx;
    }
}
