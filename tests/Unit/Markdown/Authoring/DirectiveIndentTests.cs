using FastMd.Engine.Documents;
using FastMd.Engine.Markdown;

namespace FastMd.Tests.Unit.Markdown.Authoring;

public class DirectiveIndentTests
{
    [Fact]
    public void Code_and_lists_in_a_directive_keep_their_indentation()
    {
        using var html = new StringWriter();
        new MarkdownConverter(new(Extensions: SyntaxExtensions.Directives)).Convert(
            SourceText.FromString(":::other\n```py\ndef f():\n    return 1\n```\n\n- a\n  - b\n:::\n"), SameLinks.Instance, html, TestContext.Current.CancellationToken);

        Assert.Contains("def f():\n    return 1\n", html.ToString(), StringComparison.Ordinal);
        Assert.Contains("<li>a\n<ul>\n<li>b</li>", html.ToString(), StringComparison.Ordinal);
    }
}
