using FastMd.Engine.JavaScript;
using FastMd.Engine.Mdx.Syntax;

namespace FastMd.Engine.Mdx.Program;

/// <summary>Ensures that a program declares each name once and exports each once: no engine loads another.</summary>
internal sealed class ProgramNames
{
    // What a program may declare, whatever the options are: what a document may say does not depend on them.
    private static readonly string[] Own =
    [
        "MDXContent", "_createMdxContent", "_missingMdxReference", "_provideComponents", "_Fragment", "_jsx", "_jsxs", "_jsxDEV",
        "_importMetaUrl", "_resolveDynamicMdxSpecifier",
    ];

    private readonly HashSet<string> _declared = new(Own, StringComparer.Ordinal);
    private readonly HashSet<string> _exported = new(StringComparer.Ordinal);

    private ProgramNames()
    {
    }

    /// <summary>Refuses a document whose names collide.</summary>
    /// <param name="statements">Its imports and exports.</param>
    /// <param name="exports">What is exported besides.</param>
    /// <param name="hasLayout">Whether the document has a layout of its own.</param>
    public static void Check(IReadOnlyList<EsmStatement> statements, IEnumerable<string> exports, bool hasLayout)
    {
        var names = new ProgramNames();
        if (hasLayout)
        {
            names._declared.Add("MDXLayout");
        }

        foreach (var name in exports)
        {
            Claim(names._declared, name, null);
            names._exported.Add(name);
        }

        foreach (var statement in statements)
        {
            names.Add(statement);
        }
    }

    private void Add(EsmStatement statement)
    {
        var isImport = statement.Kind == EsmStatementKind.Import;
        foreach (var (outer, local, _, _) in statement.Specifiers)
        {
            if (isImport)
            {
                Claim(_declared, local, statement);
            }
            else if (outer != "default")
            {
                Claim(_exported, outer, statement);
            }
        }

        if (statement.Kind == EsmStatementKind.ExportDeclaration)
        {
            foreach (var name in statement.Declared)
            {
                Claim(_declared, name, statement);
                Claim(_exported, name, statement);
            }
        }
    }

    private static void Claim(HashSet<string> names, string name, EsmStatement? statement)
    {
        if (!names.Add(name))
        {
            throw Rejection.Compilation(
                statement?.Code.Text ?? "", statement?.Start ?? -1,
                $"The name '{name}' is taken: the document declares or exports it elsewhere, the settings do, or every program has it; take another",
                MdxRules.DuplicateName);
        }
    }
}

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
