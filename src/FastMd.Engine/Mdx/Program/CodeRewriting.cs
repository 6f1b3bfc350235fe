namespace FastMd.Engine.Mdx.Program;

/// <summary>What becomes of a module's own address and of import calls where code runs as the body of a function.</summary>
internal sealed class CodeRewriting
{
    /// <summary>Whether import calls have to be resolved.</summary>
    public bool UsesResolver { get; private set; }

    /// <summary>Whether the module's address has to be known.</summary>
    public bool UsesUrl { get; private set; }

    /// <summary>Writes the argument of an import call, or the module's address.</summary>
    public void Write(ScriptText script, scoped ReadOnlySpan<char> code, bool isMetaUrl)
    {
        UsesUrl = true;
        if (isMetaUrl)
        {
            script.Append("_importMetaUrl");
            return;
        }

        UsesResolver = true;
        script.Append("_resolveDynamicMdxSpecifier(").Append(code).Append(')');
    }

    /// <summary>Writes an import of a module by its name, a string literal.</summary>
    public void WriteImport(ScriptText script, scoped ReadOnlySpan<char> source)
    {
        script.Append("await import(");
        Write(script, source, isMetaUrl: false);
        script.Append(')');
    }
}
