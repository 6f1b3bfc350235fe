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

/// <summary>The forms of import and export statements.</summary>
internal enum EsmStatementKind
{
    /// <summary><c>import a, {b as c} from "d"</c>, <c>import * as a from "d"</c>, <c>import "d"</c>.</summary>
    Import,

    /// <summary><c>export {a, b as c}</c>, with or without <c>from "d"</c>.</summary>
    ExportList,

    /// <summary><c>export * from "d"</c>, <c>export * as a from "d"</c>.</summary>
    ExportAll,

    /// <summary><c>export const a = 1</c>, <c>export function a() {}</c>, <c>export class A {}</c>.</summary>
    ExportDeclaration,

    /// <summary><c>export default</c> and an expression, a function or a class.</summary>
    ExportDefault,
}

/// <summary>One name of an import or export list.</summary>
/// <param name="Outer">Its name in the other module, or to importers: <c>default</c>, <c>*</c> (the whole module), or a name.</param>
/// <param name="Local">Its name here; with <c>export … from</c> its name in the other module.</param>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset after its last character.</param>
internal sealed record EsmSpecifier(string Outer, string Local, int Start, int End);
