namespace FastMd.Engine.Context.Tree;

/// <summary>Text as a reader sees it. A line feed in it is the end of a line.</summary>
/// <param name="value">The text.</param>
internal sealed class Text(string value) : Node
{
    public string Value => value;

    /// <summary>Whether the author wrote its only character in a way that keeps it from being markup.</summary>
    public bool IsEscaped { get; init; }
}

/// <summary>The end of a line that is kept.</summary>
internal sealed class HardBreak : Node;

/// <summary>Code in text.</summary>
/// <param name="value">The code.</param>
internal sealed class CodeSpan(string value) : Node
{
    public string Value => value;

    /// <summary>It as the author wrote it, with its backticks; null where that does not fit in one line or is no Markdown.</summary>
    public string? Source { get; init; }
}

/// <summary>Emphasis of a kind.</summary>
internal sealed class Emphasis(EmphasisKind kind) : Parent
{
    public EmphasisKind Kind => kind;
}

/// <summary>Kinds of emphasis.</summary>
internal enum EmphasisKind
{
    Emphasis,
    Strong,
    Strike,
}

/// <summary>A link, or an image, whose description its children are.</summary>
internal sealed class Link : Parent
{
    public required string Url { get; set; }

    public string? Title { get; init; }

    public bool IsImage { get; init; }
}

/// <summary>An address that is its own text.</summary>
/// <param name="text">The text.</param>
internal sealed class Autolink(string text) : Node
{
    public string Text => text;

    /// <summary>Whether it stands between angle brackets.</summary>
    public bool IsBracketed { get; init; }
}

/// <summary>HTML in text.</summary>
/// <param name="text">A tag, or a comment.</param>
internal sealed class InlineHtml(string text) : Node
{
    public string Text => text;
}

/// <summary>A reference to a footnote.</summary>
/// <param name="label">What the footnote is called.</param>
internal sealed class FootnoteMark(string label) : Node
{
    public string Label => label;
}

/// <summary>Math in text.</summary>
/// <param name="source">The math, with the dollar signs around it.</param>
internal sealed class MathSpan(string source) : Node
{
    public string Source => source;
}
