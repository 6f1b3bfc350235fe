using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Pages;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Pages;

public class PageTemplateTests
{
    [Theory]
    [InlineData("{{a}}", "a: x", "x")]
    [InlineData("{{ a }}", "a: x", "x")]
    [InlineData("{{a}}", "a: '<b> & \"c\" ''d'''", "&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;")]
    [InlineData("{{{a}}}", "a: '<b> & \"c\"'", "<b> & \"c\"")]
    [InlineData("{{a}}", "a: 1234567.5", "1234567.5")]
    [InlineData("{{a}}", "a: 1234567", "1234567")]
    [InlineData("{{a}}", "a: 2026-01-31", "2026-01-31")]
    [InlineData("{{a}}", "a: true", "true")]
    [InlineData("{{a}}", "a: ~", "")]
    [InlineData("{{a}}", "a: [x, 1, true]", "x, 1, true")]
    [InlineData("{{a}}", "a: [x, { b: 1 }, [y, z]]", "x, y, z")]
    [InlineData("{{a.b}}", "a: { b: x }", "x")]
    [InlineData("{{a.b.c}}", "a: { b: { c: x } }", "x")]
    [InlineData("{{a.b}}", "a.b: x\na: { b: y }", "x")]
    [InlineData("{{a.b.c}}", "a.b: { c: x }", "x")]
    [InlineData("{{ms date}}", "ms date: x", "x")]
    [InlineData("a{{! {a} }}b", "a: x", "ab")]
    [InlineData("{ {a} }", "a: x", "{ {a} }")]
    [InlineData("ü{{a}}€", "a: ß𝄞", "üß𝄞€")]
    public void A_key_is_what_the_front_matter_has(string template, string yaml, string expected)
        => Assert.Equal(expected, Render(template, yaml));

    [Theory]
    [InlineData("{{#a}}[{{a}}]{{/a}}", "a: x", "[x]")]
    [InlineData("{{#a}}[{{.}}]{{/a}}", "a: x", "[x]")]
    [InlineData("{{#a}}x{{/a}}", "b: 1", "")]
    [InlineData("{{#a}}x{{/a}}", "a: ''", "")]
    [InlineData("{{#a}}x{{/a}}", "a: false", "")]
    [InlineData("{{#a}}x{{/a}}", "a: ~", "")]
    [InlineData("{{#a}}x{{/a}}", "a: []", "")]
    [InlineData("{{#a}}x{{/a}}", "a: {}", "")]
    [InlineData("{{#a}}x{{/a}}", "a: 0", "x")]
    [InlineData("{{^a}}x{{/a}}", "b: 1", "x")]
    [InlineData("{{^a}}x{{/a}}", "a: []", "x")]
    [InlineData("{{^a}}x{{/a}}", "a: false", "x")]
    [InlineData("{{^a}}x{{/a}}", "a: [1]", "")]
    [InlineData("{{#a}}({{.}}){{/a}}", "a: [x, '<', 3]", "(x)(&lt;)(3)")]
    [InlineData("{{#a}}{{b}}{{c}};{{/a}}", "a: [{ b: 1 }, { b: 2, c: 3 }]\nc: 9", "19;23;")]
    [InlineData("{{#a}}{{title}}{{/a}}", "a: [{ title: x }]", "x")]
    [InlineData("{{#a}}{{b}}{{/a}}", "a: { b: x }", "x")]
    [InlineData("{{#a}}{{#b}}{{.}}{{/b}}|{{/a}}", "a: [{ b: [1, 2] }, { b: [3] }]", "12|3|")]
    public void A_section_stands_once_for_each_value(string template, string yaml, string expected)
        => Assert.Equal(expected, Render(template, yaml));

    [Theory]
    [InlineData("1\n{{#a}}\n2\n{{/a}}\n3", "1\n2\n3")]
    [InlineData("1\n  {{#a}}  \n  2\n\t{{/a}}\r\n3", "1\n  2\n3")]
    [InlineData("{{! note }}\n1", "1")]
    [InlineData("1 {{#a}}\n2\n{{/a}} 3", "1 \n2\n 3")]
    [InlineData("1\n{{#a}}x{{/a}}\n3", "1\nx\n3")]
    [InlineData("1\n{{#a}}\n2\n{{/a}}", "1\n2\n")]
    public void A_tag_alone_on_its_line_leaves_no_line_behind(string template, string expected)
        => Assert.Equal(expected, Render(template, "a: x"));

    [Fact]
    public void The_page_has_its_keys_whatever_the_front_matter_says()
    {
        var page = SamplePage.Of(
            "<p>ü</p>", SamplePage.FrontMatter("title: A & B\ncontent: x\ntoc: x\nroot: x"), [new(2, "One", "one"), new(2, "Two", "two")], "A & B", "../");

        Assert.Equal(
            "A &amp; B|A &amp; B|../|<p>ü</p>|<ul>\n<li><a href=\"#one\">One</a></li>\n<li><a href=\"#two\">Two</a></li>\n</ul>\n",
            SamplePage.Render(Template("{{title}}|{{heading}}|{{root}}|{{content}}|{{toc}}"), page));
    }

    [Theory]
    [InlineData(null, "name")]
    [InlineData("", "name")]
    [InlineData("T", "T")]
    public void A_document_without_a_title_has_its_name_for_one(string? title, string expected)
        => Assert.Equal(expected, SamplePage.Render(Template("{{title}}{{content}}"), SamplePage.Of(title: title)));

    [Fact]
    public void The_title_is_a_heading_only_where_the_document_shows_none()
    {
        var template = Template("{{#heading}}<h1>{{heading}}</h1>{{/heading}}{{content}}");
        var frontMatter = SamplePage.FrontMatter("title: T");

        Assert.Equal("<h1>T</h1>", SamplePage.Render(template, SamplePage.Of(frontMatter: frontMatter, title: "T", headings: [new(2, "H", "h")])));
        Assert.Equal("", SamplePage.Render(template, SamplePage.Of(frontMatter: frontMatter, title: "T", headings: [new(1, "H", "h")])));
        Assert.Equal("", SamplePage.Render(template, SamplePage.Of(title: "H", headings: [new(2, "H", "h")])));
    }

    [Fact]
    public void A_key_that_the_document_lacks_is_one_warning_with_its_place_in_the_template()
    {
        var html = SamplePage.Render(Template("<p>\n  {{author}}{{author}}</p>{{content}}"), SamplePage.Of(), out var diagnostics);

        Assert.Equal("<p>\n  </p>", html);
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal((DiagnosticSeverity.Warning, "FM6001"), (diagnostic.Severity, diagnostic.Code));
        Assert.StartsWith("The template t.html(2,3) asks for 'author', which", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mapping_is_no_text_and_a_warning_says_so()
    {
        Assert.Equal("", SamplePage.Render(Template("{{a}}{{content}}"), SamplePage.Of(frontMatter: SamplePage.FrontMatter("a: { b: 1 }")), out var diagnostics));

        Assert.Contains("is a mapping", Assert.Single(diagnostics).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{#a}}{{b}}{{/a}}")]
    [InlineData("{{^b}}{{b}}{{/b}}")]
    [InlineData("{{#b}}{{b}}{{/b}}")]
    public void In_a_section_a_key_may_be_missing(string template)
    {
        SamplePage.Render(Template(template + "{{content}}"), SamplePage.Of(frontMatter: SamplePage.FrontMatter("a: 1")), out var diagnostics);

        Assert.Empty(diagnostics);
    }

    [Theory]
    [InlineData("a\n {{title", "t.html(2,2): {{ is not closed; write }}.")]
    [InlineData("{{{title}}", "t.html(1,1): {{{ is not closed; write }}}.")]
    [InlineData("{{#a}}\n{{content}}", "t.html(1,1): the section 'a' is not ended; write {{/a}}.")]
    [InlineData("{{content}}{{/a}}", "t.html(1,12): {{/a}} ends a section that was not begun.")]
    [InlineData("{{#a}}{{#b}}{{/a}}{{/b}}", "t.html(1,13): {{/a}} stands where {{/b}} is expected.")]
    [InlineData("<p></p>", "t.html(1,1): there is no {{content}}; write it where the document belongs.")]
    [InlineData("{{content}}{{}}", "t.html(1,12): '{{}}' names no key;")]
    [InlineData("{{content}}{{>head}}", "t.html(1,12): '{{>head}}' names no key;")]
    public void A_broken_template_is_an_error_that_says_where(string template, string message)
        => Assert.StartsWith(message, Assert.Throws<SettingException>(() => Template(template)).Message, StringComparison.Ordinal);

    [Fact]
    public void Sections_that_nest_without_end_are_refused()
        => Assert.Contains(
            "deeper than 64 levels",
            Assert.Throws<SettingException>(() => Template(string.Concat(Enumerable.Repeat("{{#a}}", 100_000)))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_template_is_known_by_what_stands_in_it()
    {
        Assert.Equal(Template("{{content}}").Hash, PageTemplate.Parse("{{content}}", "other.html").Hash);
        Assert.NotEqual(Template("{{content}}").Hash, Template("{{content}} ").Hash);
    }

    [Fact]
    public void A_file_that_is_no_template_is_an_error_that_names_it()
    {
        using var folder = new TemporaryFolder();
        var missing = folder.At("missing.html");
        var invalid = folder.Write("invalid.html", [0xFF, 0xFE - 1, (byte)'x']);
        var broken = folder.Write("broken.html", "{{");

        Assert.Contains(missing, Assert.Throws<SettingException>(() => PageTemplate.Read(missing)).Message, StringComparison.Ordinal);
        Assert.Contains("is not UTF-8", Assert.Throws<SettingException>(() => PageTemplate.Read(invalid)).Message, StringComparison.Ordinal);
        Assert.StartsWith(broken + "(1,1): ", Assert.Throws<SettingException>(() => PageTemplate.Read(broken)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_is_a_template_or_an_error_that_says_where()
        => Property.Holds(
            Property.TextOf("{{", "}}", "{{{", "}}}", "#", "^", "/", "!", "a", "b", "\n", " ", "{{content}}", "."),
            text =>
            {
                try
                {
                    SamplePage.Render(Template(text), SamplePage.Of("x", SamplePage.FrontMatter("a: [1, { b: 2 }]\nb: y")));
                    return true;
                }
                catch (SettingException broken)
                {
                    return broken.Message.StartsWith("t.html(", StringComparison.Ordinal);
                }
            });

    private static PageTemplate Template(string text) => PageTemplate.Parse(text, "t.html");

    private static string Render(string template, string yaml)
    {
        var html = SamplePage.Render(Template(template + "{{content}}"), SamplePage.Of("§", SamplePage.FrontMatter(yaml)));
        return html[..^1];
    }
}
