namespace FastMd.Engine.JavaScript;

/// <summary>One name of an import or export list.</summary>
/// <param name="Outer">Its name in the other module, or to importers: <c>default</c>, <c>*</c> (the whole module), or a name.</param>
/// <param name="Local">Its name here; with <c>export … from</c> its name in the other module.</param>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset after its last character.</param>
internal sealed record EsmSpecifier(string Outer, string Local, int Start, int End);
