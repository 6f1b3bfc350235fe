using FastMd.Engine.Mdx.JavaScript.Jsx;

namespace FastMd.Engine.Mdx.JavaScript.Parsing;

/// <summary>Gathers what a fragment has to tell while it is read.</summary>
internal sealed class FragmentBuilder
{
    public List<JsxElement> Elements { get; } = [];

    public List<CodeSpan> ImportCalls { get; } = [];

    public List<CodeSpan> MetaUrls { get; } = [];

    public bool Awaits { get; set; }

    public CodeFragment Build(string text, int start, int end, Node? node = null) => new(text, start, end)
    {
        Elements = Elements.Count == 0 ? [] : Elements.ToArray(),
        ImportCalls = ImportCalls.Count == 0 ? [] : ImportCalls.ToArray(),
        MetaUrls = MetaUrls.Count == 0 ? [] : MetaUrls.ToArray(),
        Awaits = Awaits,
        IsSequence = node?.Kind == NodeKind.Sequence,
        Literal = node?.Kind is NodeKind.StringLiteral or NodeKind.NumberLiteral ? node.Name : null,
    };
}
