using System.Globalization;
using FastMd.Engine.JavaScript.Jsx;

namespace FastMd.Engine.JavaScript.Parsing;

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
        Literal = node?.Kind switch
        {
            NodeKind.StringLiteral => node.Name,
            NodeKind.NumberLiteral => NumberText(node.Name!),
            _ => null,
        },
    };

    // How JavaScript writes a number that is written with digits and a point; how it writes others it knows best.
    private static string? NumberText(string literal)
        => double.TryParse(literal, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number.ToString(CultureInfo.InvariantCulture) is var text && !text.Contains('E', StringComparison.Ordinal)
            ? text
            : null;
}
