using FastMd.Engine.JavaScript;

namespace FastMd.Engine.Mdx.Program;

/// <summary>The names that a document's imports and exports bind.</summary>
internal static class ModuleNames
{
    public static HashSet<string> Of(IReadOnlyList<EsmStatement> statements)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var statement in statements)
        {
            names.UnionWith(statement.Declared);
            if (statement.Kind == EsmStatementKind.Import)
            {
                names.UnionWith(statement.Specifiers.Select(static specifier => specifier.Local));
            }
        }

        return names;
    }
}
