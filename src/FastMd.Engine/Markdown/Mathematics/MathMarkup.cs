using FastMd.Engine.Documents;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace FastMd.Engine.Markdown.Mathematics;

/// <summary>The elements math is written as: KaTeX and MathJax find it in them by the marks around it.</summary>
internal static class MathMarkup
{
    public const string Span = "math math-inline";
    public const string Display = "math math-display";
    public const string OpenSpan = @"\(";
    public const string CloseSpan = @"\)";
    public const string OpenDisplay = @"\[";
    public const string CloseDisplay = @"\]";

    /// <summary>Whether math in text is displayed on lines of its own.</summary>
    public static bool IsDisplay(MathInline math) => math.DelimiterCount == 2;

    /// <summary>Has the page of the document load what renders math.</summary>
    public static void Note(HtmlRenderer renderer) => ((ReusableHtmlRenderer)renderer).Features |= DocumentFeatures.Math;
}

/// <summary>Writes math in text.</summary>
internal sealed class MathSpanRenderer : HtmlObjectRenderer<MathInline>
{
    protected override void Write(HtmlRenderer renderer, MathInline math)
    {
        if (!renderer.EnableHtmlForInline)
        {
            renderer.WriteEscape(ref math.Content);
            return;
        }

        MathMarkup.Note(renderer);
        var isDisplay = MathMarkup.IsDisplay(math);
        renderer.Write("<span class=\"").Write(isDisplay ? MathMarkup.Display : MathMarkup.Span).Write("\">")
            .Write(isDisplay ? MathMarkup.OpenDisplay : MathMarkup.OpenSpan);
        renderer.WriteEscape(ref math.Content);
        renderer.Write(isDisplay ? MathMarkup.CloseDisplay : MathMarkup.CloseSpan).Write("</span>");
    }
}

/// <summary>Writes display math.</summary>
internal sealed class MathBlockRenderer : HtmlObjectRenderer<MathBlock>
{
    protected override void Write(HtmlRenderer renderer, MathBlock math)
    {
        MathMarkup.Note(renderer);
        renderer.EnsureLine();
        renderer.Write("<div class=\"").Write(MathMarkup.Display).Write("\">").WriteLine(MathMarkup.OpenDisplay);
        renderer.WriteLeafRawLines(math, writeEndOfLines: true, escape: true);
        renderer.Write(MathMarkup.CloseDisplay).WriteLine("</div>");
    }
}
