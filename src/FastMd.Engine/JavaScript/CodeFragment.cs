using FastMd.Engine.JavaScript.Jsx;

namespace FastMd.Engine.JavaScript;

/// <summary>Valid JavaScript as it stands in a text, and what in it is not plain JavaScript or has to be known to rewrite it.</summary>
/// <param name="Text">The text it stands in. Offsets are into it.</param>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset after its last character.</param>
internal sealed record CodeFragment(string Text, int Start, int End)
{
    /// <summary>The outermost JSX elements, in order. What stands in their braces has fragments of its own.</summary>
    public IReadOnlyList<JsxElement> Elements { get; init; } = [];

    /// <summary>The first arguments of <c>import(…)</c> outside JSX, in order.</summary>
    public IReadOnlyList<CodeSpan> ImportCalls { get; init; } = [];

    /// <summary>Each <c>import.meta.url</c> outside JSX, in order.</summary>
    public IReadOnlyList<CodeSpan> MetaUrls { get; init; } = [];

    /// <summary>Whether it awaits outside any function of its own, JSX included.</summary>
    public bool Awaits { get; init; }

    /// <summary>Whether it is a comma expression, which must be put in parentheses wherever one value is meant.</summary>
    public bool IsSequence { get; init; }

    /// <summary>The value of the literal it consists of; null where it is no string or number literal.</summary>
    public string? Literal { get; init; }

    /// <summary>Translates its offsets into offsets in the document, where they differ; -1 is none.</summary>
    public Func<int, int>? Origin { get; init; }

    /// <summary>A fragment that is not from a document.</summary>
    public static CodeFragment Of(string code) => new(code, 0, code.Length) { Origin = static _ => -1 };

    public override string ToString() => Text[Start..End];
}

/// <summary>A stretch of text.</summary>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset after its last character.</param>
internal readonly record struct CodeSpan(int Start, int End)
{
    public int Length => End - Start;
}
