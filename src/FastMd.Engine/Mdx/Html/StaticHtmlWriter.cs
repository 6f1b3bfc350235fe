using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.JavaScript;
using FastMd.Engine.JavaScript.Evaluation;
using FastMd.Engine.JavaScript.Jsx;
using FastMd.Engine.Markdown.Code;
using FastMd.Engine.Markdown.Mathematics;
using FastMd.Engine.Markdown.References;
using FastMd.Engine.Mdx.Evaluation;
using FastMd.Engine.Mdx.Tree;

namespace FastMd.Engine.Mdx.Html;

/// <summary>Writes a tree as HTML.</summary>
/// <param name="html">What is written to.</param>
/// <param name="tree">The document.</param>
/// <param name="scope">What its names stand for.</param>
/// <param name="options">What becomes of components, of tags that the author wrote, and of code blocks.</param>
/// <param name="references">What refers to something in it, and what can be referred to.</param>
/// <param name="leftOut">Is notified of what is not written.</param>
/// <param name="rendering">What is shared with the documents that it includes.</param>
internal sealed class StaticHtmlWriter(
    EscapedHtml html, MdxTree tree, DocumentScope scope, MdxHtmlOptions options, DocumentReferences references, OmissionWarnings leftOut, Rendering rendering)
{
    private static readonly HashSet<string> Void = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    };

    // What holds nothing and is seen all the same.
    private static readonly HashSet<string> Seen = new(StringComparer.OrdinalIgnoreCase)
    {
        "audio", "canvas", "embed", "hr", "iframe", "img", "input", "object", "progress", "svg", "video",
    };

    private ComponentWriter? _components;

    public EscapedHtml Html => html;

    public DocumentScope Scope => scope;

    public DocumentReferences References => references;

    public OmissionWarnings LeftOut => leftOut;

    public Rendering Rendering => rendering;

    public MdxHtmlOptions Options => options;

    /// <summary>Writes all of it, ended by a line end.</summary>
    public void Write()
    {
        WriteFragment();
        html.Append("\n");
    }

    /// <summary>Writes all of it where another document includes it.</summary>
    public void WriteFragment()
    {
        RootSpace.Trim(tree);
        WriteChildren(tree.Root);
    }

    public void WriteChildren(MdxElement element)
    {
        for (var child = element.FirstChild; child is not null; child = child.Next)
        {
            Write(child);
        }
    }

    public void Write(MdxNode node)
    {
        switch (node)
        {
            case MdxText text:
                html.AppendText(tree.TextOf(text));
                break;
            case MdxElement element:
                Write(element);
                break;
            case MdxExpression { Code: { } code } expression:
                Write(code, expression.Start);
                break;
        }
    }

    /// <summary>Whether a node is space between others.</summary>
    public bool IsSpace(MdxNode node) => node is MdxText text ? tree.TextOf(text).IsWhiteSpace() : node is MdxExpression { Code: null };

    /// <summary>Writes an element that stands in code.</summary>
    public void Write(JsxElement element, int start) => Write(JsxTree.Of(element, tree, start));

    /// <summary>Writes the address that a reference leads to.</summary>
    public void WriteLink(string url, int start)
        => html.AppendEscaped(ReferringAttribute.Resolve("a", "href", url, references, start));

    private void Write(CodeFragment code, int start)
    {
        if (scope.TryEvaluate(code, out var value) && StaticEvaluator.TextOf(value) is { } text)
        {
            html.AppendText(text);
        }
        else if (DocumentScope.OnlyElement(code) is { } element)
        {
            Write(element, start);
        }
        else
        {
            leftOut.Note("An expression", start);
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
        if (ElementName.OfTag(name) is null && options.Components == ComponentHandling.Render
            && (_components ??= new(this, tree)).TryWrite(element, name))
        {
            return;
        }

        WriteElement(element, name);
    }

    private void WriteElement(MdxElement element, JsxName name)
    {
        var tag = ElementName.OfTag(name) ?? ElementName.OfComponent(name);
        html.Append("<").Append(tag);
        string? innerHtml = null;
        foreach (var attribute in element.Attributes)
        {
            WriteAttribute(tag, attribute, element, ref innerHtml);
        }

        html.Seen += Seen.Contains(tag) ? 1 : 0;
        if (Void.Contains(tag))
        {
            html.Append(" />");
            return;
        }

        html.Append(">");
        if (innerHtml is not null)
        {
            html.Append(innerHtml);
            html.Seen++;
        }
        else if (element.IsAuthored && tag is "style" or "script")
        {
            WriteRaw(element, tag);
        }
        else
        {
            NoteMath(element);
            WriteChildren(element);
        }

        html.Append("</").Append(tag).Append(">");
    }

    private void NoteMath(MdxElement element)
    {
        if (!element.IsAuthored && element.Attributes is [{ Text: MathMarkup.Span or MathMarkup.Display }])
        {
            rendering.Features |= DocumentFeatures.Math;
        }
    }

    /// <summary>Writes what is in an element whose content is no HTML: nothing is escaped in it, and its end tag may not stand in it.</summary>
    private void WriteRaw(MdxElement element, string tag)
    {
        for (var child = element.FirstChild; child is not null; child = child.Next)
        {
            if (child is MdxText text)
            {
                AppendRaw(tree.TextOf(text).ToString(), child.Start);
            }
            else if (child is MdxExpression { Code: { } code })
            {
                AppendRaw(scope.TryEvaluate(code, out var value) ? StaticEvaluator.TextOf(value) : null, child.Start);
            }
            else if (child is MdxElement inner)
            {
                leftOut.Note("An element", inner.Start);
            }
        }

        void AppendRaw(string? text, int start)
        {
            if (text is null || text.Contains("</" + tag, StringComparison.OrdinalIgnoreCase))
            {
                leftOut.Note("An expression", start);
                return;
            }

            html.Append(text);
        }
    }

    /// <summary>Writes a code block that is more than its elements; false where it is not.</summary>
    private bool WriteCode(MdxElement pre, string info)
    {
        if (options.Code.WritesMermaid && info == MermaidCode.Language)
        {
            rendering.Features |= DocumentFeatures.Mermaid;
            html.Append(MermaidCode.Start);
            WriteChildren((MdxElement)pre.FirstChild!);
            html.Append(MermaidCode.End);
            return true;
        }

        rendering.Features |= DocumentFeatures.Code;
        if (options.Code.KeepsMeta && pre.FirstChild is MdxElement code)
        {
            var meta = CodeMeta.Of(info, pre.CodeArguments ?? "");
            code.Attributes =
            [
                .. meta.Language.Length > 0 ? [new JsxAttribute("className") { Text = "language-" + meta.Language }] : (JsxAttribute[])[],
                .. meta.Attributes().Select(static attribute => new JsxAttribute(attribute.Name) { Text = attribute.Value }),
            ];
        }

        return false;
    }

    /// <summary>Writes the tags of an element as the author wrote them, for a reader to see.</summary>
    private void WriteAsText(MdxElement element)
    {
        var tag = element.TagEnd > element.Start && element.Start >= 0 ? references.Source.AsSpan(element.Start, element.TagEnd - element.Start) : $"<{element.Name}>";
        html.AppendText(tag);
        if (!tag.EndsWith("/>"))
        {
            WriteChildren(element);
            html.AppendText($"</{element.Name}>");
        }
    }

    private void WriteAttribute(string tag, JsxAttribute attribute, MdxElement element, ref string? innerHtml)
    {
        if (attribute.IsSpread)
        {
            leftOut.Note("A spread", element.Start);
            return;
        }

        if (ReactAttribute.NameOf(attribute.Name!) is not { } name)
        {
            return;
        }

        // Those of components; tags of HTML are text then.
        if (element.IsAuthored && options.RawHtml == RawHtmlHandling.Escape && name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
        {
            leftOut.Note($"The value of '{attribute.Name}'", element.Start);
            return;
        }

        if (!element.IsAuthored && TableReader.SideOf(attribute) is { } side)
        {
            html.Append(" style=\"text-align: ").Append(side).Append("\"");
            return;
        }

        if (!scope.TryEvaluate(attribute, out var known))
        {
            leftOut.Note($"The value of '{attribute.Name}'", element.Start);
            return;
        }

        if (name == "dangerouslySetInnerHTML" && options.RawHtml != RawHtmlHandling.Escape
            && known is IReadOnlyDictionary<string, object?> inner && inner.TryGetValue("__html", out var raw) && raw is string markup)
        {
            innerHtml = markup;
            return;
        }

        // Those that Markdown stands for are HTML's; React would write data-x="true".
        var value = ReactAttribute.ValueOf(name, element.IsAuthored || known is not true ? known : "", out var isKnown);
        if (!isKnown)
        {
            leftOut.Note($"The value of '{attribute.Name}'", element.Start);
        }

        if (value is null)
        {
            return;
        }

        if (!string.IsNullOrWhiteSpace(value) && (name == "id" || ElementName.OfTag(element.Name!.Value) is not null))
        {
            // How components use their properties is unknown.
            value = ReferringAttribute.Resolve(tag, name, value, references, element.Start);
        }

        html.Append(" ").Append(name).Append("=\"").AppendEscaped(value).Append("\"");
    }
}
