using FastMd.Engine.Mdx.JavaScript.Jsx;

namespace FastMd.Engine.Mdx.JavaScript.Parsing;

/// <summary>Gathers what a fragment has to tell while it is read.</summary>
internal sealed class FragmentBuilder
{
    // Most code has none of these.
    private List<JsxElement>? _elements;
    private List<CodeSpan>? _importCalls;
    private List<CodeSpan>? _metaUrls;

    public bool Awaits { get; set; }

    public void Add(JsxElement element) => (_elements ??= []).Add(element);

    public void AddImportCall(CodeSpan argument) => (_importCalls ??= []).Add(argument);

    public void AddMetaUrl(CodeSpan url) => (_metaUrls ??= []).Add(url);

    public CodeFragment Build(string text, int start, int end, Node? node = null) => new(text, start, end)
    {
        Elements = _elements?.ToArray() ?? [],
        ImportCalls = _importCalls?.ToArray() ?? [],
        MetaUrls = _metaUrls?.ToArray() ?? [],
        Awaits = Awaits,
        IsSequence = node?.Kind == NodeKind.Sequence,
        Literal = node?.Kind is NodeKind.StringLiteral or NodeKind.NumberLiteral ? node.Name : null,
    };
}
