using FastMd.Engine.Configuration;
using FastMd.Engine.Context;
using FastMd.Engine.Documents;

namespace FastMd.Tests.Unit.Context;

/// <summary>What components, directives and HTML become in context.</summary>
public sealed class CleaningTests
{
    [Theory]
    [InlineData("<Note>\n  Mind **this**.\n</Note>", "> [!NOTE]\n> Mind **this**.\n")]
    [InlineData("<Caution title=\"Hot\">x</Caution>", "> [!WARNING]\n> **Hot**\n>\n> x\n")]
    [InlineData("<Callout type=\"warning\">x</Callout>", "> [!WARNING]\n> x\n")]
    [InlineData("<Steps>\n<Step title=\"One\">\n\nDo.\n\n</Step>\n<Step title=\"Two\">x</Step>\n</Steps>", "1. **One**\n\n   Do.\n\n2. **Two**\n\n   x\n")]
    [InlineData("<Accordion title=\"More\">x</Accordion>\n\n<Accordion title=\"Still\">y</Accordion>", "- **More**\n\n  x\n\n- **Still**\n\n  y\n")]
    [InlineData("<CardGroup>\n<Card title=\"A\" href=\"/a\">text</Card>\n<Card title=\"B\" href=\"/b\" />\n</CardGroup>", "- [A](/a): text\n- [B](/b)\n")]
    [InlineData("<ParamField query=\"limit\" type=\"integer\" required default=\"10\">\n  Most.\n</ParamField>", "- `limit` (query, integer, required, default: 10): Most.\n")]
    [InlineData("<Tree>\n<Tree.Folder name=\"src\">\n<Tree.File name=\"a.js\" />\n</Tree.Folder>\n</Tree>", "- src/\n  - a.js\n")]
    [InlineData("<Frame>\n![A](a.png)\n</Frame>", "![A](a.png)\n")]
    [InlineData("a <Icon icon=\"x\" /> b", "a b\n")]
    [InlineData("See <Badge>new</Badge> things", "See new things\n")]
    [InlineData("<a href=\"/x\">y</a> <b>z</b> <code>a|b</code> <kbd>K</kbd><br/>c", "[y](/x) **z** `a|b` <kbd>K</kbd>\\\nc\n")]
    [InlineData("a <br />\nb", "a\\\nb\n")]
    [InlineData("| a |\n|---|\n| `x\\|y` |", "| a |\n| --- |\n| `x\\|y` |\n")]
    [InlineData("<img src=\"a.png\" alt=\"A b\" />", "![A b](a.png)\n")]
    [InlineData("<ul>\n<li>a</li>\n<li>b</li>\n</ul>", "- a\n- b\n")]
    [InlineData("<video src=\"v.mp4\" title=\"How\" />", "[How](v.mp4)\n")]
    [InlineData("<pre><code className=\"language-js\">{`a\n\nb`}</code></pre>", "```js\na\n\nb\n```\n")]
    [InlineData("<Icon icon=\"x\" />\n\n<Frame><img src=\"a.png\" alt=\"one\"/></Frame>\n\n<a href=\"/x\">y</a>", "![one](a.png)\n\n[y](/x)\n")]
    [InlineData("<Frame caption=\"Said\">\n![A](a.png)\n</Frame>", "![A](a.png)\n\n*Said*\n")]
    [InlineData("An <Tooltip tip=\"Interface\">API</Tooltip>.", "An API (Interface).\n")]
    [InlineData("<CodeBlock language=\"js\" title=\"a.js\">\n{`a\nb`}\n</CodeBlock>", "```js title=\"a.js\"\na\nb\n```\n")]
    [InlineData("<CodeBlockTabs options={[\"npm\", \"brew\"]}>\n```sh\na\n```\n```sh\nb\n```\n</CodeBlockTabs>", "- **npm**\n\n  ```sh\n  a\n  ```\n\n- **brew**\n\n  ```sh\n  b\n  ```\n")]
    [InlineData("<Tabs values={[{label: 'Label', value: 'a'}]}>\n<TabItem value=\"a\">x</TabItem>\n</Tabs>", "- **Label**\n\n  x\n")]
    [InlineData("- a\n\n{/* c */}\n\n- b", "- a\n\n* b\n")]
    [InlineData("<details>\n<summary>S</summary>\n\nx\n\n</details>", "- **S**\n\n  x\n")]
    public void Components_and_elements_of_MDX_become_Markdown(string text, string expected)
    {
        var diagnostics = new List<Diagnostic>();

        Assert.Equal(expected, ContextTree.Of(text, DocumentFormat.Mdx, diagnostics: diagnostics));
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Code == DiagnosticCodes.ContextKeptAsWritten);
    }

    [Theory]
    [InlineData("<Odd>kept **text**</Odd>", "kept **text**\n", "what is in it was kept")]
    [InlineData("<Odd url=\"a_b*c\" n={3} x={y} />", "<Odd url=\"a_b*c\" n=\"3\" x=\"{y}\" />\n", "kept as it is written")]
    [InlineData("<Odd on={true} list={['a', 'b']} />", "<Odd on=\"{true}\" list=\"{[&#39;a&#39;, &#39;b&#39;]}\" />\n", "kept as it is written")]
    [InlineData("<Odd />", "", "was dropped")]
    [InlineData("<Odd.Item value=\"v\" />", "`<Odd.Item value=\"v\" />`\n", "kept as it is written")]
    public void Unknown_components_lose_nothing_they_say(string text, string expected, string told)
    {
        var diagnostics = new List<Diagnostic>();

        Assert.Equal(expected, ContextTree.Of(text, DocumentFormat.Mdx, diagnostics: diagnostics));
        var unknown = Assert.Single(diagnostics);
        Assert.Equal(DiagnosticCodes.MdxComponentUnknown, unknown.Code);
        Assert.Contains(told, unknown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<CodeBlock language=\"js\">{x}</CodeBlock>", "<CodeBlock language=\"js\" />\n")]
    [InlineData("<Odd.Item value=\"v\">{x}</Odd.Item>", "")]
    [InlineData("<Frame>a {x}</Frame>", "a\n")]
    public void What_is_left_out_of_a_component_is_said_once(string text, string expected)
    {
        var diagnostics = new List<Diagnostic>();

        Assert.Equal(expected, ContextTree.Of(text, DocumentFormat.Mdx, diagnostics: diagnostics));
        Assert.Single(diagnostics, diagnostic => diagnostic.Code == DiagnosticCodes.MdxExpressionLeftOut);
    }

    [Fact]
    public void Unknown_components_are_errors_where_that_is_asked_for()
        => Assert.Equal(
            DiagnosticCodes.MdxComponentUnknown,
            Assert.Throws<DocumentException>(() => ContextTree.Of("<Odd />", DocumentFormat.Mdx, new() { RefusesUnknown = true })).Diagnostic.Code);

    [Theory]
    [InlineData("<div>\n", "</div>\n")]
    [InlineData("<Odd>\n", "</Odd>\n")]
    [InlineData("<b>", "</b>")]
    public void Elements_that_nest_too_deeply_are_refused(string open, string close)
    {
        const int Deep = 100_000;

        var refused = Assert.Throws<DocumentException>(() => ContextTree.Of(
            string.Concat(Enumerable.Repeat(open, Deep)) + string.Concat(Enumerable.Repeat(close, Deep)), DocumentFormat.Mdx));

        Assert.Equal(DiagnosticCodes.NestingTooDeep, refused.Diagnostic.Code);
    }

    [Fact]
    public void Rules_of_the_user_go_first_and_know_tables_and_errors()
    {
        var options = new ContextOptions { ComponentRules = """{ "Grid": { "as": "table", "text": "rows" }, "Old": "error" }""" };

        Assert.Equal(
            "| name | type |\n| --- | --- |\n| a | b |\n",
            ContextTree.Of("<Grid rows={[{ name: 'a', type: 'b' }]} />", DocumentFormat.Mdx, options));
        Assert.Throws<DocumentException>(() => ContextTree.Of("<Old />", DocumentFormat.Mdx, options));
    }

    [Theory]
    [InlineData("!!! example\n    x", "> [!NOTE]\n> **Example**\n>\n> x\n")]
    [InlineData("??? bug \"B\"\n    x", "> [!CAUTION]\n> **B**\n>\n> x\n")]
    [InlineData("!!! note", "!!! note\n")]
    [InlineData("/// nothing | of ours\nx\n///", "/// nothing | of ours\nx\n///\n")]
    [InlineData("::: details Click\nx\n:::", "- **Click**\n\n  x\n")]
    [InlineData("::: code-group\n\n```sh [npm]\na\n```\n\n:::", "```sh title=\"npm\"\na\n```\n")]
    [InlineData("> !!! note\n>     x", "> > [!NOTE]\n> > x\n")]
    [InlineData("::: tip\n```py\ndef f():\n    return 1\n```\n:::", "> [!TIP]\n> ```py\n> def f():\n>     return 1\n> ```\n")]
    [InlineData("/// tip\n- a\n    - b\n        - c\n///", "> [!TIP]\n> - a\n>   - b\n>     - c\n")]
    [InlineData("::: details\nx\n:::", "- **Details**\n\n  x\n")]
    [InlineData(":::tip My **bold** title\nx\n:::", "> [!TIP]\n> **My bold title**\n>\n> x\n")]
    [InlineData(":::tip[My *title*]\nx\n:::", "> [!TIP]\n> **My _title_**\n>\n> x\n")]
    [InlineData("# About {#about}\n\nx", "# About\n\nx\n")]
    [InlineData("<!-- c -->**x**", "**x**\n")]
    [InlineData("# <!-- c --> Title", "# Title\n")]
    [InlineData("- a\n\n  [s]: t\n\nend [s]", "- a\n\nend [s](t)\n")]
    public void Directives_become_Markdown(string text, string expected)
        => Assert.Equal(expected, ContextTree.Of(text));

    [Theory]
    [InlineData("```js {1,3} showLineNumbers\na\n```", "```js\na\n```\n")]
    [InlineData("```js{1} title=\"a.js\"\na\n```", "```js title=\"a.js\"\na\n```\n")]
    [InlineData("```bash npm\na\n```", "```bash title=\"npm\"\na\n```\n")]
    [InlineData("```js {{ del: [1], ins: [2] }}\na\n```", "```js\na\n```\n")]
    [InlineData("```ts {{ filename: 'a b.ts' }}\na\n```", "```ts title=\"a b.ts\"\na\n```\n")]
    [InlineData("```mdx \"?raw\"\na\n```", "```mdx\na\n```\n")]
    [InlineData("```ts no-transpile\na\n```", "```ts\na\n```\n")]
    [InlineData("```python main.py {highlight={3}}\na\n```", "```python title=\"main.py\"\na\n```\n")]
    [InlineData("``` { .yaml .annotate }\na\n```", "```yaml\na\n```\n")]
    [InlineData("```py hl_lines=\"1 2\" linenums=\"1\"\na\n```", "```py\na\n```\n")]
    public void Info_strings_keep_language_and_title(string text, string expected)
        => Assert.Equal(expected, ContextTree.Of(text));

    [Theory]
    [InlineData("Text.\n\n[Edit this page](x)\n", "Text.\n")]
    [InlineData("[← Previous](a) | [Next →](b)", "")]
    [InlineData("See [Next](a) of all.", "See [Next](a) of all.\n")]
    public void Links_for_a_readers_browser_go(string text, string expected)
        => Assert.Equal(expected, ContextTree.Of(text));

    [Theory]
    [InlineData("import X from './x'\n\n# A\n\n<!-- c -->\n\n<Tabs>\n<TabItem value=\"a\">b</TabItem>\n</Tabs>", "# A\n\n- **a**\n\n  b\n")]
    [InlineData("```js\nimport x from 'y'\n```\n\n<b>a", "```js\nimport x from 'y'\n```\n\n<b>a\n")]
    [InlineData("import x from 'y'\n\na < b {", "import x from 'y'\n\na < b {\n")]
    public void Markdown_that_is_MDX_is_read_as_such(string text, string expected)
        => Assert.Equal(expected, ContextTree.Of(text));

    [Fact]
    public void Urls_are_left_out_where_that_is_asked_for()
        => Assert.Equal("A and B\n", ContextTree.Of("[A](a) and ![B](b.png)", options: new() { StripsUrls = true }));

    [Theory]
    [InlineData("json", 21, true)]
    [InlineData("json", 20, false)]
    [InlineData("js", 26, true)]
    [InlineData("js", 25, false)]
    public void Long_code_is_shortened_in_the_middle(string language, int lines, bool isShortened)
    {
        var code = string.Concat(Enumerable.Range(1, lines).Select(i => $"line{i}\n"));

        var text = ContextTree.Of($"```{language}\n{code}```\n", options: new() { Profile = ContextProfile.Balanced });

        Assert.Equal(isShortened, text.Contains("lines omitted", StringComparison.Ordinal));
        Assert.Contains("line1\n", text, StringComparison.Ordinal);
        Assert.Contains($"line{lines}\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_step_can_be_left_out()
    {
        const string Text = "<!-- c -->\n\n:::note\nx\n:::\n\n```js {1}\ny\n```\n\n[Edit this page](z)\n";

        Assert.Equal(
            "<!-- c -->\n\n:::note\n\nx\n\n:::\n\n```js {1}\ny\n```\n\n[Edit this page](z)\n",
            ContextTree.Of(Text, options: new() { Skip = ContextSteps.Comments | ContextSteps.Directives | ContextSteps.CodeMeta | ContextSteps.Boilerplate }));
    }
}
