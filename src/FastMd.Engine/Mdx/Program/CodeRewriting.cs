using FastMd.Engine.JavaScript;

namespace FastMd.Engine.Mdx.Program;

/// <summary>What becomes of a module's own address and of import calls where code runs as the body of a function.</summary>
internal sealed class CodeRewriting
{
    /// <summary>Whether import calls have to be resolved.</summary>
    public bool UsesResolver { get; private set; }

    /// <summary>Whether the module's address has to be known.</summary>
    public bool UsesUrl { get; private set; }

    /// <summary>Adds what becomes of the import calls and addresses in some code.</summary>
    public void AddEdits(CodeFragment code, List<CodeEdit> edits)
    {
        foreach (var argument in code.ImportCalls)
        {
            UsesUrl = UsesResolver = true;
            edits.Add(new(argument.Start, argument.Start, "_resolveDynamicMdxSpecifier("));
            edits.Add(new(argument.End, argument.End, ")"));
        }

        foreach (var url in code.MetaUrls)
        {
            UsesUrl = true;
            edits.Add(new(url.Start, url.End, "_importMetaUrl"));
        }
    }

    /// <summary>Writes an import of a module by its name, a string literal.</summary>
    public void WriteImport(ScriptText script, scoped ReadOnlySpan<char> source)
    {
        UsesUrl = UsesResolver = true;
        script.Append("await import(_resolveDynamicMdxSpecifier(").Append(source).Append("))");
    }
}
