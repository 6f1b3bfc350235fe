using System.Text.RegularExpressions;
using FastMd.Engine.Pages;
using FastMd.Tests.Unit.Pages;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Docs;

/// <summary>The template that docs/pages.md shows does what it says.</summary>
public class PagesPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "pages.md"));

    private static readonly PageTemplate Example = PageTemplate.Parse(Regex.Match(Page, "(?s)```html\n(.*?)```").Groups[1].Value, "page.html");

    [Fact]
    public void The_example_fits_a_document_that_has_it_all()
    {
        var frontMatter = SamplePage.FrontMatter("title: A & B\nlang: de\nauthor: { name: Ada }\ntags: [one, two]");

        var html = Render(SamplePage.Of("<p>x</p>\n", frontMatter, [new(2, "One", "one"), new(2, "Two", "two")], "A & B", "../"));

        Assert.Equal(
            """
            <!DOCTYPE html>
            <html lang="de">
            <head>
            <meta charset="utf-8">
            <title>A &amp; B</title>
            <link rel="stylesheet" href="../style.css">
            </head>
            <body>
            <nav>
            <ul>
            <li><a href="#one">One</a></li>
            <li><a href="#two">Two</a></li>
            </ul>
            </nav>
            <main>
            <h1>A &amp; B</h1>
            <p>x</p>
            </main>
            <p>Written by Ada.</p>
            <a href="../tags/one.html">one</a>
            <a href="../tags/two.html">two</a>
            </body>
            </html>

            """,
            html);
    }

    [Fact]
    public void The_example_fits_a_document_that_has_nothing()
        => Assert.Equal(
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>name</title>
            <link rel="stylesheet" href="style.css">
            </head>
            <body>
            <main>
            <p>x</p>
            </main>
            </body>
            </html>

            """,
            Render(SamplePage.Of("<p>x</p>\n")));

    private static string Render(Page page)
    {
        var html = SamplePage.Render(Example, page, out var diagnostics);
        Assert.Empty(diagnostics);
        return html;
    }
}
