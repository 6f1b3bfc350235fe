namespace FastMd.Engine.Documents;

/// <summary>Knows where a document's links lead once the tree is converted. Serves one document, on one thread.</summary>
public interface ILinkTargets
{
    /// <summary>The URL to write in place of the one found in the document; the same where nothing changes.</summary>
    string Resolve(LinkReference link);
}

/// <summary>One place in a document that refers to something else.</summary>
/// <param name="Url">The URL as the document means it, entities and escapes resolved.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Line">Line in the source, from 1; 0 where it is not known.</param>
/// <param name="Column">Column in the source, from 1, in UTF-16 code units; 0 where it is not known.</param>
public readonly record struct LinkReference(string Url, LinkKind Kind = LinkKind.Link, int Line = 0, int Column = 0);

/// <summary>What a reference is for.</summary>
public enum LinkKind
{
    /// <summary>To be followed by a reader.</summary>
    Link,

    /// <summary>Shown or played in the page: an image, a video.</summary>
    Embedded,
}

/// <summary>Leaves every link as it is.</summary>
public sealed class SameLinks : ILinkTargets
{
    private SameLinks()
    {
    }

    /// <summary>The only one.</summary>
    public static SameLinks Instance { get; } = new();

    /// <inheritdoc/>
    public string Resolve(LinkReference link) => link.Url;
}
