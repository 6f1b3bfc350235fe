using FastMd.Engine.Context.Tree;

namespace FastMd.Engine.Books.Html;

/// <summary>What text stands in: emphasis, a link, or an element that Markdown has no mark for.</summary>
internal sealed class Wrapper
{
    private readonly Func<Parent>? _make;

    private Wrapper(Func<Parent>? make) => _make = make;

    /// <summary>The kind of emphasis; null where it is none.</summary>
    public EmphasisKind? Kind { get; private init; }

    /// <summary>The name of the element; null where it is emphasis or a link.</summary>
    public string? Tag { get; private init; }

    /// <summary>Whether it is a link.</summary>
    public bool IsLink { get; private init; }

    public static Wrapper Of(EmphasisKind kind) => new(() => new Emphasis(kind)) { Kind = kind };

    public static Wrapper Element(string tag) => new(null) { Tag = tag };

    public static Wrapper LinkTo(string url, string? title) => new(() => new Link { Url = url, Title = title }) { IsLink = true };

    /// <summary>The node that holds the text.</summary>
    public Parent Make() => _make?.Invoke() ?? new Fragment();
}
