using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using FastMd.Engine.Documents;
using FastMd.Engine.Pages;
using FastMd.Tests.Unit.TestSupport;
using FsCheck.Fluent;

namespace FastMd.Tests.Unit.Pages;

/// <summary>The page that comes with FastMd, as a browser reads it.</summary>
public class DefaultTemplateTests
{
    private static readonly Heading[] Headings = [new(1, "Title", "title"), new(2, "One", "one"), new(3, "Two", "two")];

    [Fact]
    public void It_is_well_formed_HTML()
    {
        var parser = new HtmlParser(new HtmlParserOptions { IsStrictMode = true });

        var page = parser.ParseDocument(Html(Full()));

        Assert.Equal(("en", "T", "D"), (page.DocumentElement.GetAttribute("lang"), page.Title, Description(page)));
        Assert.Equal("<p>content</p>", page.QuerySelector("main")!.InnerHtml.Trim());
        Assert.Equal(["#one", "#two"], page.QuerySelectorAll(".toc a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void It_loads_nothing_and_runs_nothing()
    {
        var page = Parse(Full());

        Assert.Empty(page.QuerySelectorAll("script, link, img, iframe"));
        Assert.DoesNotMatch(@"url\(|@import|https?:", page.QuerySelector("style")!.TextContent);
    }

    [Fact]
    public void It_is_small() => Assert.InRange(Html(SamplePage.Of()).Length, 1, 8192);

    [Fact]
    public void It_asks_no_document_for_anything()
    {
        SamplePage.Render(PageTemplate.Default, SamplePage.Of(), out var diagnostics);

        Assert.Empty(diagnostics);
    }

    [Fact]
    public void What_a_document_does_not_have_leaves_nothing_behind()
    {
        var page = Parse(SamplePage.Of("<p>content</p>", headings: [new(1, "Title", "title"), new(2, "One", "one")]));

        Assert.False(page.DocumentElement.HasAttribute("lang"));
        Assert.Null(Description(page));
        Assert.Equal("name", page.Title);
        Assert.Empty(page.QuerySelectorAll(".toc, nav, h1"));
        Assert.False(page.Body!.HasAttribute("class"));
    }

    [Fact]
    public void No_front_matter_value_breaks_out_of_its_place()
    {
        var shape = Shape(Parse(WithValue("harmless")));

        Property.Holds(
            Property.TextOf("<", ">", "\"", "'", "&", "/", "=", " ", "\n", "</title>", "</h1>", "<script>", "-->", "<!--", "]]>", "&quot;", "&#34", "onload=", "{{x}}", "a", "\u2028"),
            value => value.Trim().Length == 0 || StaysInPlace(value, shape));
    }

    [Fact]
    public void Any_text_at_all_stays_in_its_place()
    {
        var shape = Shape(Parse(WithValue("harmless")));

        // The parser takes U+FFFF for the end of the page.
        Property.Holds(Property.AnyText.Select(text => text.Replace('\uFFFF', 'x')), value => string.IsNullOrWhiteSpace(value) || Shape(Parse(WithValue(value))) == shape);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("faint")]
    [InlineData("link")]
    [InlineData("note")]
    [InlineData("tip")]
    [InlineData("important")]
    [InlineData("warning")]
    [InlineData("caution")]
    public void Colours_have_the_contrast_that_reading_needs_in_light_and_dark(string colour)
    {
        const double LeastForText = 4.5;

        var palettes = Regex.Matches(Html(SamplePage.Of()), @":root \{([^}]*--back: #[^}]*--caution[^}]*)\}").Select(match => match.Groups[1].Value).ToArray();

        Assert.Equal(2, palettes.Length);
        Assert.All(palettes, palette => Assert.All(
            new[] { "back", "soft", "mark" },
            back => Assert.InRange(Contrast(Colour(palette, colour), Colour(palette, back)), LeastForText, 21)));
    }

    private static Page Full() => SamplePage.Of("<p>content</p>\n", SamplePage.FrontMatter("title: T\ndescription: D\nlang: en"), Headings, "T");

    private static Page WithValue(string value) => SamplePage.Of(
        "<p>content</p>",
        new Dictionary<string, object?> { ["title"] = value, ["description"] = value, ["lang"] = value },
        [new(2, value, value), new(2, value, value)],
        value);

    private static bool StaysInPlace(string value, string shape)
    {
        var page = Parse(WithValue(value));
        return Shape(page) == shape
            && Description(page) == value
            && page.DocumentElement.GetAttribute("lang") == value
            && page.QuerySelector("title")!.TextContent == value
            && page.QuerySelector("h1")!.TextContent == value
            && page.QuerySelector(".toc a") is { } link && link.TextContent == value && link.GetAttribute("href") == "#" + value;
    }

    private static string Shape(IHtmlDocument page)
        => string.Join(' ', page.All.Select(element => $"{element.LocalName}[{string.Join(',', element.Attributes.Select(attribute => attribute.Name))}]"));

    private static string? Description(IHtmlDocument page) => page.QuerySelector("meta[name=description]")?.GetAttribute("content");

    private static string Html(Page page) => SamplePage.Render(PageTemplate.Default, page);

    private static IHtmlDocument Parse(Page page) => new HtmlParser().ParseDocument(Html(page));

    private static string Colour(string palette, string name)
        => Regex.Match(palette, $@"--{name}: #([0-9a-f]+);").Groups[1].Value is { Length: 3 } brief
            ? string.Concat(brief.Select(digit => new string(digit, 2)))
            : Regex.Match(palette, $@"--{name}: #([0-9a-f]+);").Groups[1].Value;

    private static double Contrast(string one, string other)
    {
        var (light, dark) = (Luminance(one), Luminance(other));
        return (Math.Max(light, dark) + 0.05) / (Math.Min(light, dark) + 0.05);
    }

    private static double Luminance(string colour)
    {
        var parts = Convert.FromHexString(colour).Select(part => part / 255.0)
            .Select(part => part <= 0.03928 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4))
            .ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }
}
