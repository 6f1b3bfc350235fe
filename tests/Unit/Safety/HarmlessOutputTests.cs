using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FastMd.Engine.Configuration;

namespace FastMd.Tests.Unit.Safety;

/// <summary>Of every payload there is nothing left that a browser would run, as far as its parser tells.</summary>
public class HarmlessOutputTests
{
    private static readonly HashSet<string> Executing = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "iframe", "frame", "frameset", "object", "embed", "applet", "form", "base", "link", "math", "foreignObject", "animate", "set", "use",
        "audio", "video", "template", "noscript", "marquee", "button", "select", "textarea",
    };

    private static readonly string[] Addresses = ["href", "src", "action", "formaction", "data", "poster", "background", "cite", "longdesc", "xlink:href"];

    public static TheoryData<string> Markdown => [.. Payloads.Markdown];

    public static TheoryData<string> Mdx => [.. Payloads.Mdx];

    [Fact]
    public void There_are_enough_payloads() => Assert.InRange(Payloads.Markdown.Concat(Payloads.Mdx).Distinct().Count(), 200, 1000);

    [Theory]
    [MemberData(nameof(Markdown))]
    public void Nothing_that_executes_is_left_of_Markdown(string payload)
        => Assert.All([RawHtmlHandling.Escape, RawHtmlHandling.Sanitize], rawHtml =>
        {
            var (html, document) = Converted.Markdown(Payloads.Numbered(payload, 1), rawHtml);
            AssertHarmless(html);
            AssertHarmless(Converted.Page(html, document, rawHtml));
        });

    [Theory]
    [MemberData(nameof(Mdx))]
    public void Nothing_that_executes_is_left_of_MDX(string payload)
        => Assert.All([RawHtmlHandling.Escape, RawHtmlHandling.Sanitize], rawHtml =>
        {
            var (html, document) = Converted.Mdx(Payloads.Numbered(payload, 1), rawHtml);
            AssertHarmless(html);
            AssertHarmless(Converted.Page(html, document, rawHtml));
        });

    [Fact]
    public void Where_HTML_is_let_through_the_same_look_finds_them()
        => Assert.True(Payloads.Markdown.Count(payload => Findings(Converted.Markdown(Payloads.Numbered(payload, 1), RawHtmlHandling.Allow).Html).Any()) > 120);

    private static void AssertHarmless(string html) => Assert.Empty(Findings(html));

    private static IEnumerable<string> Findings(string html)
    {
        foreach (var element in new HtmlParser().ParseDocument(html).All)
        {
            if (Executing.Contains(element.LocalName))
            {
                yield return element.OuterHtml;
            }

            foreach (var attribute in element.Attributes)
            {
                if (attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name is "srcdoc" || Executes(attribute))
                {
                    yield return $"{attribute.Name}={attribute.Value}";
                }
            }
        }
    }

    // The URL standard: control characters and space at the ends, tabs and line ends anywhere are not there.
    private static bool Executes(IAttr attribute)
    {
        var address = string.Concat(attribute.Value.Where(character => character is not ('\t' or '\n' or '\r'))).TrimStart([.. Enumerable.Range(0, 33).Select(code => (char)code)]);
        return Addresses.Contains(attribute.Name)
            && new[] { "javascript:", "vbscript:", "data:" }.Any(scheme => address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
    }
}
