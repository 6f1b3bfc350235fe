namespace FastMd.Engine.Documents;

/// <summary>What a reference is for.</summary>
public enum LinkKind
{
    /// <summary>To be followed by a reader.</summary>
    Link,

    /// <summary>Shown or played in the page: an image, a video.</summary>
    Embedded,
}
