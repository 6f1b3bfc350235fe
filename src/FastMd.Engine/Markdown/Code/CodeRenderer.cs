using FastMd.Engine.Documents;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace FastMd.Engine.Markdown.Code;

/// <summary>Writes code blocks.</summary>
internal sealed class CodeRenderer(CodeOptions options) : CodeBlockRenderer
{
    protected override void Write(HtmlRenderer renderer, CodeBlock obj)
    {
        var document = (ReusableHtmlRenderer)renderer;
        if (options.WritesMermaid && obj is FencedCodeBlock { Info: MermaidCode.Language })
        {
            document.Features |= DocumentFeatures.Mermaid;
            renderer.EnsureLine();
            renderer.Write(MermaidCode.Start).WriteLeafRawLines(obj, writeEndOfLines: true, escape: true).Write(MermaidCode.End);
            renderer.EnsureLine();
            return;
        }

        document.Features |= DocumentFeatures.Code;
        if (options.KeepsMeta && obj is FencedCodeBlock { Info: { } info } fence)
        {
            var meta = CodeMeta.Of(info, fence.Arguments ?? "");
            var attributes = obj.GetAttributes();
            attributes.Classes = meta.Language.Length > 0 ? ["language-" + meta.Language] : null;
            foreach (var (name, value) in meta.Attributes())
            {
                attributes.AddProperty(name, value);
            }
        }

        base.Write(renderer, obj);
    }
}

/// <summary>What fences of Mermaid diagrams become.</summary>
internal static class MermaidCode
{
    public const string Language = "mermaid";
    public const string Start = "<pre class=\"mermaid\">";
    public const string End = "</pre>";
}
