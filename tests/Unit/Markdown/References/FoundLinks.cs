using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Markdown;

namespace FastMd.Tests.Unit.Markdown.References;

/// <summary>Notes the references of a document, and leads each where it is told.</summary>
internal sealed class FoundLinks(Func<string, string>? leads = null) : ILinkTargets
{
    private readonly List<LinkReference> _found = [];

    /// <summary>The references that were asked for.</summary>
    public IReadOnlyList<LinkReference> Found => _found;

    /// <summary>The references of a text.</summary>
    public static IReadOnlyList<LinkReference> In(string markdown, MarkdownFlavor flavor = MarkdownFlavor.Gfm)
    {
        var links = new FoundLinks();
        new MarkdownConverter(new(flavor)).Convert(SourceText.FromString(markdown), links, TextWriter.Null);
        return links._found;
    }

    public string Resolve(LinkReference link)
    {
        _found.Add(link);
        return leads?.Invoke(link.Url) ?? link.Url;
    }
}
