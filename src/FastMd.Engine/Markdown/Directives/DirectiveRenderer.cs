using FastMd.Engine.Markdown.Gfm;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace FastMd.Engine.Markdown.Directives;

/// <summary>Writes directives: alerts as those of GitHub, details as such, and any other as a division that carries its name.</summary>
internal sealed class DirectiveRenderer : HtmlObjectRenderer<DirectiveBlock>
{
    private const string Class = "directive";
    public const string TitleClass = "directive-title";

    /// <summary>The title of details that have none of their own.</summary>
    public const string DetailsTitle = "Details";

    /// <summary>The classes of a directive that is nothing in particular.</summary>
    public static string ClassesOf(DirectiveBlock directive) => $"{Class} {Class}-{directive.Name}";

    protected override void Write(HtmlRenderer renderer, DirectiveBlock directive)
    {
        renderer.EnsureLine();
        if (directive.AlertKind is { } kind)
        {
            renderer.Write("<div class=\"").Write(AlertMarkup.ClassesOf(kind)).WriteLine("\">");
            renderer.Write("<p class=\"").Write(AlertMarkup.TitleClass)
                .Write("\"><svg viewBox=\"0 0 16 16\" version=\"1.1\" width=\"16\" height=\"16\" aria-hidden=\"true\"><path d=\"")
                .Write(AlertMarkup.IconOf(kind)).Write("\"></path></svg>");
            WriteLabel(renderer, directive, AlertMarkup.TitleOf(directive.Name));
            renderer.WriteLine("</p>");
            WriteContent(renderer, directive);
            renderer.WriteLine("</div>");
        }
        else if (directive.Name == DirectiveNames.Details)
        {
            renderer.Write(directive.IsOpenFirst ? "<details open>" : "<details>").WriteLine().Write("<summary>");
            WriteLabel(renderer, directive, DetailsTitle);
            renderer.WriteLine("</summary>");
            WriteContent(renderer, directive);
            renderer.WriteLine("</details>");
        }
        else
        {
            renderer.Write("<div class=\"").Write(ClassesOf(directive)).WriteLine("\">");
            if (directive.Label is not null)
            {
                renderer.Write("<p class=\"").Write(TitleClass).Write("\">");
                WriteLabel(renderer, directive, "");
                renderer.WriteLine("</p>");
            }

            WriteContent(renderer, directive);
            renderer.WriteLine("</div>");
        }
    }

    private static void WriteLabel(HtmlRenderer renderer, DirectiveBlock directive, string otherwise)
    {
        if (directive.Label is { } label)
        {
            renderer.WriteLeafInline(label);
        }
        else
        {
            renderer.WriteEscape(otherwise);
        }
    }

    private static void WriteContent(HtmlRenderer renderer, DirectiveBlock directive)
    {
        var outer = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = false;
        foreach (var block in directive)
        {
            if (block is not DirectiveLabel)
            {
                renderer.Write(block);
            }
        }

        renderer.ImplicitParagraph = outer;
    }
}
