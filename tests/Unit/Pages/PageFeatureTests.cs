using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using FastMd.Engine.Documents;
using FastMd.Engine.Pages;

namespace FastMd.Tests.Unit.Pages;

/// <summary>What pages load and show for what their documents contain.</summary>
public class PageFeatureTests
{
    private static readonly PageTemplate Keys = PageTemplate.Parse(
        "{{mathScript}}|{{mermaidScript}}|{{#mermaidModule}}module{{/mermaidModule}}|{{copyButton}}{{content}}", "t");

    private static PageOptions Scripts => new() { MathScript = "lib/math.js", MermaidScript = "lib/mermaid.mjs" };

    [Fact]
    public void Keys_have_a_value_only_where_the_document_has_use_for_them()
    {
        Assert.Equal("|||false", Write(DocumentFeatures.None, Scripts));
        Assert.Equal("lib/math.js|||false", Write(DocumentFeatures.Math, Scripts));
        Assert.Equal("|lib/mermaid.mjs|module|false", Write(DocumentFeatures.Mermaid, Scripts));
        Assert.Equal("|||true", Write(DocumentFeatures.Code, Scripts));
    }

    [Fact]
    public void Settings_take_them_away()
        => Assert.Equal("|||false", Write((DocumentFeatures)(-1), new() { MathScript = "", CopyButton = false }));

    [Theory]
    [InlineData("lib/math.js", "../lib/math.js")]
    [InlineData("/lib/math.js", "/lib/math.js")]
    [InlineData("//host/math.js", "//host/math.js")]
    [InlineData("https://host/math.js", "https://host/math.js")]
    public void A_relative_script_is_seen_from_the_destination(string script, string written)
        => Assert.StartsWith(written + "|", Write(DocumentFeatures.Math, new() { MathScript = script }, "../"), StringComparison.Ordinal);

    [Theory]
    [InlineData("a.mjs", true)]
    [InlineData("https://host/a.MJS?v=1#x", true)]
    [InlineData("a.js", false)]
    [InlineData("a.js?x=.mjs", false)]
    public void A_module_is_told_by_its_extension(string script, bool isModule)
    {
        var page = Parse(DocumentFeatures.Mermaid, new() { MermaidScript = script });

        Assert.Equal(isModule, page.QuerySelector("link[rel=modulepreload]")?.GetAttribute("href") == script);
        Assert.Equal(!isModule, page.QuerySelector("script[src]")?.GetAttribute("src") == script);
        Assert.Contains("mermaid.run(", page.QuerySelectorAll("script")[^1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_default_page_loads_nothing_it_has_no_use_for()
    {
        Assert.Empty(Parse(DocumentFeatures.None, Scripts).QuerySelectorAll("script, link"));
        Assert.Equal(["lib/math.js"], Sources(DocumentFeatures.Math));
        Assert.Empty(Sources(DocumentFeatures.Code));
        Assert.Single(Parse(DocumentFeatures.Code, Scripts).QuerySelectorAll("script"));
        Assert.Empty(Parse(DocumentFeatures.Code, new() { CopyButton = false }).QuerySelectorAll("script"));
    }

    [Fact]
    public void The_default_page_is_well_formed_with_everything_in_it()
    {
        var parser = new HtmlParser(new HtmlParserOptions { IsStrictMode = true });

        Assert.NotNull(parser.ParseDocument(SamplePage.Render(PageTemplate.Default, SamplePage.Of("<p>x</p>", features: (DocumentFeatures)(-1), options: Scripts))).Body);
    }

    private static IEnumerable<string?> Sources(DocumentFeatures features)
        => Parse(features, Scripts).QuerySelectorAll("script[src]").Select(script => script.GetAttribute("src"));

    private static string Write(DocumentFeatures features, PageOptions options, string root = "")
    {
        var page = SamplePage.Render(Keys, SamplePage.Of(root: root, features: features, options: options), out var diagnostics);
        Assert.Empty(diagnostics);
        return page;
    }

    private static IHtmlDocument Parse(DocumentFeatures features, PageOptions options)
        => new HtmlParser().ParseDocument(SamplePage.Render(PageTemplate.Default, SamplePage.Of(features: features, options: options)));
}
