using FastMd.Engine.Books.Html;
using FastMd.Engine.Context.Tree;

namespace FastMd.Tests.Unit.Books.Html;

/// <summary>A document by itself: links and files are what they are written as, but for what is called missing.</summary>
internal sealed class PlainContext : IMarkupContext
{
    private readonly IReadOnlyDictionary<string, TextLook> _rules = ClassRules.Parse("/* x */ .it { font-style: italic } span.bd { font-weight: 700 } @media all { .ln { display: block } } p .no { font-style: italic }");

    public string? LinkTo(string address) => address == "missing" ? null : address;

    public string? FileAt(string address) => address == "missing" ? null : address;

    public string? AnchorOf(string id) => null;

    public string? NoteOf(MarkupElement link, out bool saysMore)
    {
        saysMore = false;
        return null;
    }

    public bool IsLeftOut(MarkupElement element) => false;

    public TextLook LookOf(MarkupElement element)
        => (element["class"] is { } name ? _rules.GetValueOrDefault(name) : TextLook.None) | (element["style"] is { } style ? ClassRules.LookOf(style) : TextLook.None);

    public HeadingNode? TitleFor(MarkupElement heading, List<Node> text) => null;

    public void Lost(string message)
    {
    }

    public void ThrowIfCancelled()
    {
    }
}
