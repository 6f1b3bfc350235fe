namespace FastMd.Engine.JavaScript;

/// <summary>One import or export statement.</summary>
/// <param name="Kind">Its form.</param>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset after its last character, the semicolon included.</param>
internal sealed record EsmStatement(EsmStatementKind Kind, int Start, int End)
{
    /// <summary>The whole statement as code.</summary>
    public required CodeFragment Code { get; init; }

    /// <summary>What stands after <c>export</c> or <c>export default</c>: the declaration with its semicolon, the expression without it.</summary>
    public CodeFragment? Declaration { get; init; }

    /// <summary>The names of the list, in order.</summary>
    public IReadOnlyList<EsmSpecifier> Specifiers { get; init; } = [];

    /// <summary>The names its declaration declares, in order.</summary>
    public IReadOnlyList<string> Declared { get; init; } = [];

    /// <summary>The module named, unescaped; null where none is.</summary>
    public string? Source { get; init; }

    /// <summary>The string literal that names the module.</summary>
    public CodeSpan SourceSpan { get; init; }
}
