using FastMd.Engine.Markdown;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Markdown;

public class GfmSpecTests
{
    /// <summary>Stands in place of HTML where the specification asks for no more than an answer.</summary>
    private const string AnyHtml = "<IGNORE>\n";

    [Fact]
    public void The_examples_that_differ_from_the_specification_are_the_known_ones()
        => Assert.Equal(KnownDifferences.Gfm.Keys.Order(), Differing("gfm.txt", 673));

    [Fact]
    public void The_examples_that_differ_from_the_extensions_specification_are_the_known_ones()
        => Assert.Equal(KnownDifferences.Extensions.Keys.Order(), Differing("gfm-extensions.txt", 28));

    private static List<int> Differing(string specification, int count)
    {
        var examples = SpecExample.ReadAll(specification);
        Assert.Equal(count, examples.Count);
        var converter = new MarkdownConverter(new());
        return [.. examples
            .Where(example => Converting.WithoutHeadingIds(Converting.Html(converter, example.Markdown)) is var html
                && html != example.Html && example.Html != AnyHtml)
            .Select(example => example.Number)];
    }
}
