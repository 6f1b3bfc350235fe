using System.Text.RegularExpressions;
using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Mdx.Html;

namespace FastMd.Tests.Unit.Mdx.Html;

public partial class ComponentTests
{
    [Theory]
    [InlineData("<Note>a</Note>", "<div class=\"markdown-alert markdown-alert-note\"><p class=\"markdown-alert-title\">Note</p>\n<p>a</p></div>")]
    [InlineData("<Aside type=\"danger\" title=\"Look\">\na\n</Aside>", "<div class=\"markdown-alert markdown-alert-caution\"><p class=\"markdown-alert-title\">Look</p>\n<p>a</p></div>")]
    [InlineData("<Callout>a</Callout>", "<div class=\"markdown-alert markdown-alert-note\"><p class=\"markdown-alert-title\">Note</p>\n<p>a</p></div>")]
    [InlineData("<Tabs><TabItem value=\"a\" label=\"A\">b</TabItem><TabItem value=\"c\">d</TabItem></Tabs>", "<div class=\"tabs\"><details name=\"tabs-1\" open><summary>A</summary><p>b</p></details><details name=\"tabs-1\"><summary>c</summary><p>d</p></details></div>")]
    [InlineData("<Tabs items={['A', {label: 'B'}]}><Tabs.Tab>b</Tabs.Tab><Tabs.Tab>d</Tabs.Tab></Tabs>", "<div class=\"tabs\"><details name=\"tabs-1\" open><summary>A</summary><p>b</p></details><details name=\"tabs-1\"><summary>B</summary><p>d</p></details></div>")]
    [InlineData("<Steps><Step title={<>A <b>c</b></>}>b</Step></Steps>", "<ol class=\"steps\"><li><p class=\"step-title\">A <b>c</b></p><p>b</p></li></ol>")]
    [InlineData("<Steps>\n1. a\n</Steps>", "<div class=\"steps\"><ol>\n<li>a</li>\n</ol></div>")]
    [InlineData("<Accordion title=\"A\" defaultOpen>b</Accordion>", "<details open><summary>A</summary><p>b</p></details>")]
    [InlineData("<CardGroup><Card title=\"A\" href=\"/b\">c</Card></CardGroup>", "<div class=\"cards\"><div class=\"card\"><p class=\"card-title\"><a href=\"/b\">A</a></p><p>c</p></div></div>")]
    [InlineData("<LinkCard title=\"A\" href=\"/b\" description=\"c\" />", "<div class=\"card\"><p class=\"card-title\"><a href=\"/b\">A</a></p><p>c</p></div>")]
    [InlineData("<ParamField query=\"a\" type=\"string\" required>b</ParamField>", "<div class=\"field\"><p class=\"field-name\"><code>a</code> query <code>string</code> <em>required</em></p><p>b</p></div>")]
    [InlineData("<FileTree><FileTree.Folder name=\"a\"><FileTree.File name=\"b\" /></FileTree.Folder></FileTree>", "<ul class=\"tree\"><li>a/<ul><li>b</li></ul></li></ul>")]
    [InlineData("<OptionTable options={[['a', 'b'], ['<', 1]]} />", "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>&lt;</td><td>1</td></tr></tbody></table>")]
    [InlineData("<TypeTable type={{ id: { type: 'string', required: true } }} />", "<table><thead><tr><th>name</th><th>type</th><th>required</th></tr></thead><tbody><tr><td>id</td><td>string</td><td>yes</td></tr></tbody></table>")]
    [InlineData("<Badge text=\"a\" />", "a")]
    [InlineData("<Icon name=\"a\" />", "")]
    [InlineData("import {Aside as A} from 'x'\n\n<A type=\"tip\">a</A>", "<div class=\"markdown-alert markdown-alert-tip\"><p class=\"markdown-alert-title\">Tip</p>\n<p>a</p></div>")]
    public void Known_components_are_rendered(string mdx, string html)
    {
        var (output, converted) = Convert(mdx);

        Assert.Equal(html, output.TrimEnd('\n'));
        Assert.Empty(converted.Diagnostics);
    }

    [Theory]
    [InlineData("<Unknown>a</Unknown>", "<mdx-unknown>a</mdx-unknown>")]
    [InlineData("export const Note = () => 1\n\n<Note>a</Note>", "<mdx-note>a</mdx-note>")]
    public void Unknown_components_are_elements_with_a_warning(string mdx, string html)
    {
        var (output, converted) = Convert(mdx);

        Assert.Equal(html, output.TrimEnd('\n'));
        Assert.Equal(DiagnosticCodes.MdxComponentUnknown, Assert.Single(converted.Diagnostics).Code);
    }

    [Theory]
    [InlineData("<Card />")]
    [InlineData("<Note></Note>")]
    [InlineData("<Frame>{f()}</Frame>")]
    public void A_component_that_comes_out_empty_is_a_warning(string mdx)
        => Assert.Contains(Convert(mdx).Converted.Diagnostics, warning => warning is { Code: DiagnosticCodes.MdxComponentEmpty, Line: 1, Column: 1 });

    [Fact]
    public void A_component_with_a_picture_is_not_empty() => Assert.Empty(Convert("<Frame><img src=\"a.png\" /></Frame>").Converted.Diagnostics);

    [Fact]
    public void Rules_of_the_user_go_first()
        => Assert.Equal("a\n", Convert("<Note>a</Note>", """{ "Note": "unwrap" }""").Output);

    [Theory]
    [InlineData("x {`a`} {'b' + 1} {-1} {true}{null}", "x a b1 -1")]
    [InlineData("export const v = { n: '1' };\n\n{v.n}", "1")]
    [InlineData("---\ntitle: T\nn: 3\n---\n\nx {frontMatter.title} {frontmatter.n}", "x T 3")]
    [InlineData("{<b>a</b>}", "<b>a</b>")]
    [InlineData("<style>{`a > b {}`}</style>", "<style>a > b {}</style>")]
    [InlineData("<p style={{marginTop: 4, fontWeight: 'bold', '--x': 1, lineHeight: 2, WebkitBoxFlex: 1}}>a</p>", "<p style=\"margin-top: 4px; font-weight: bold; --x: 1; line-height: 2; -webkit-box-flex: 1px\">a</p>")]
    [InlineData("<a href={`/x`} className=\"b\" tabIndex={0}>c</a>", "<a href=\"/x\" class=\"b\" tabindex=\"0\">c</a>")]
    [InlineData("<svg strokeWidth={2} xlinkHref=\"#a\" viewBox=\"0 0 1 1\" />", "<svg stroke-width=\"2\" xlink:href=\"#a\" viewBox=\"0 0 1 1\"></svg>")]
    [InlineData("<input defaultValue=\"a\" hidden={true} disabled={false} aria-hidden={false} />", "<input value=\"a\" hidden=\"\" aria-hidden=\"false\" />")]
    [InlineData("<p dangerouslySetInnerHTML={{__html: '<b>a</b>'}} />", "<p><b>a</b></p>")]
    [InlineData("import a from './a.png'\n\n<img src={a} />", "<img src=\"./a.png\" />")]
    public void Static_values_are_folded(string mdx, string html)
    {
        var (output, converted) = Convert(mdx);

        Assert.Contains(html, output, StringComparison.Ordinal);
        Assert.Empty(converted.Diagnostics);
    }

    [Fact]
    public void A_style_cannot_end_itself()
    {
        var (output, converted) = Convert("<style>{`</style><b>`}</style>");

        Assert.Equal("<style></style>\n", output);
        Assert.Single(converted.Diagnostics);
    }

    private static (string Output, ConvertedDocument Converted) Convert(string mdx, string rules = "")
    {
        using var output = new StringWriter();
        var converted = new MdxHtmlConverter(new() { Components = ComponentHandling.Render, ComponentRules = rules })
            .Convert(SourceText.FromString(mdx, DocumentFormat.Mdx), SameLinks.Instance, output);
        return (Icon().Replace(output.ToString(), ""), converted);
    }

    [GeneratedRegex("<svg viewBox=\"0 0 16 16\".*?</svg>")]
    private static partial Regex Icon();
}
