using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.JavaScript.Jsx;
using FastMd.Engine.Markdown.Code;
using FastMd.Engine.Markdown.References;
using FastMd.Engine.Mdx.Tree;

namespace FastMd.Engine.Mdx.Html;

/// <summary>Writes a tree as HTML.</summary>
/// <param name="html">What is written to.</param>
/// <param name="tree">The document.</param>
/// <param name="options">What becomes of components, of tags that the author wrote, and of code blocks.</param>
/// <param name="references">What refers to something in it, and what can be referred to.</param>
/// <param name="leftOut">Is notified of what is not written.</param>
internal sealed class StaticHtmlWriter(
    EscapedHtml html, MdxTree tree, MdxHtmlOptions options, DocumentReferences references, OmissionWarnings leftOut)
{
    private static readonly HashSet<string> Void = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    };

    /// <summary>What was written that a page has to load or style something for.</summary>
    public DocumentFeatures Features { get; private set; }

    /// <summary>Writes all of it, ended by a line end.</summary>
    public void Write()
    {
        RootSpace.Trim(tree);
        WriteChildren(tree.Root);
        html.Append("\n");
    }

    private static string? AttributeName(string name) => name switch
    {
        "className" => "class",
        "htmlFor" => "for",

        // These are instructions to the renderer, not attributes of the page.
        "key" or "ref" => null,
        _ => name,
    };

    private void WriteChildren(MdxElement element)
    {
        for (var child = element.FirstChild; child is not null; child = child.Next)
        {
            switch (child)
            {
                case MdxText text:
                    html.AppendEscaped(tree.TextOf(text));
                    break;
                case MdxElement inner:
                    Write(inner);
                    break;
                case MdxExpression { Code: { } code } expression:
                    if (code.Literal is { } literal)
                    {
                        html.AppendEscaped(literal);
                    }
                    else
                    {
                        leftOut.Note("An expression", expression.Start);
                    }

                    break;
            }
        }
    }

    private void Write(MdxElement element)
    {
        NestingLimit.Check();
        if (element.Name is not { } name || (ElementName.OfTag(name) is null && options.Components == ComponentHandling.Drop))
        {
            WriteChildren(element);
            return;
        }

        if (element.IsAuthored && options.RawHtml == RawHtmlHandling.Escape && ElementName.OfTag(name) is not null)
        {
            WriteAsText(element);
            return;
        }

        if (element.CodeInfo is { } info && WriteCode(element, info))
        {
            return;
        }

        references.HasRawHtml |= element.IsAuthored;
        var tag = ElementName.OfTag(name) ?? ElementName.OfComponent(name);
        html.Append("<").Append(tag);
        foreach (var attribute in element.Attributes)
        {
            WriteAttribute(tag, attribute, element);
        }

        if (Void.Contains(tag))
        {
            html.Append(" />");
            return;
        }

        html.Append(">");
        WriteChildren(element);
        html.Append("</").Append(tag).Append(">");
    }

    /// <summary>Writes a code block that is more than its elements; false where it is not.</summary>
    private bool WriteCode(MdxElement pre, string info)
    {
        if (options.Code.WritesMermaid && info == MermaidCode.Language)
        {
            Features |= DocumentFeatures.Mermaid;
            html.Append(MermaidCode.Start);
            WriteChildren((MdxElement)pre.FirstChild!);
            html.Append(MermaidCode.End);
            return true;
        }

        Features |= DocumentFeatures.Code;
        return false;
    }

    /// <summary>Writes the tags of an element as the author wrote them, for a reader to see.</summary>
    private void WriteAsText(MdxElement element)
    {
        var tag = references.Source.AsSpan(element.Start, element.TagEnd - element.Start);
        html.AppendEscaped(tag);
        if (!tag.EndsWith("/>"))
        {
            WriteChildren(element);
            html.AppendEscaped($"</{element.Name}>");
        }
    }

    private void WriteAttribute(string tag, JsxAttribute attribute, MdxElement element)
    {
        if (attribute.IsSpread)
        {
            leftOut.Note("A spread", element.Start);
            return;
        }

        if (AttributeName(attribute.Name!) is not { } name)
        {
            return;
        }

        // Those of components; tags of HTML are text then.
        if (element.IsAuthored && options.RawHtml == RawHtmlHandling.Escape && name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
        {
            leftOut.Note($"The value of '{attribute.Name}'", element.Start);
            return;
        }

        var code = attribute.Code?.ToString();
        if (code == "false")
        {
            return;
        }

        if (!element.IsAuthored && TableReader.SideOf(attribute) is { } side)
        {
            html.Append(" style=\"text-align: ").Append(side).Append("\"");
            return;
        }

        if (attribute.Element is not null || (attribute.Code is { Literal: null } && code != "true"))
        {
            leftOut.Note($"The value of '{attribute.Name}'", element.Start);
            return;
        }

        var value = attribute.Text ?? attribute.Code?.Literal ?? "";
        if (!string.IsNullOrWhiteSpace(value) && (name == "id" || ElementName.OfTag(element.Name!.Value) is not null))
        {
            // How components use their properties is unknown.
            value = ReferringAttribute.Resolve(tag, name, value, references, element.Start);
        }

        html.Append(" ").Append(name).Append("=\"").AppendEscaped(value).Append("\"");
    }
}
