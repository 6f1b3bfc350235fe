namespace FastMd.Engine.Mdx.Program;

/// <summary>Functions that programs bring along.</summary>
internal static class ProgramHelpers
{
    /// <summary>Resolves what a function's body imports.</summary>
    public const string Resolver = """
        function _resolveDynamicMdxSpecifier(specifier) {
          if (typeof specifier !== "string") return specifier;
          try {
            return new URL(specifier), specifier;
          } catch {}
          return /^\.{0,2}\//.test(specifier) ? new URL(specifier, _importMetaUrl).href : specifier;
        }

        """;

    /// <summary>The address that a function's body counts as its own.</summary>
    public const string ModuleUrl = """
        const _importMetaUrl = arguments[0].baseUrl;
        if (!_importMetaUrl) throw new Error("This code imports or uses `import.meta.url`: pass `baseUrl` among its options.");

        """;

    /// <summary>Writes the function that says what is missing.</summary>
    /// <param name="script">What is written to.</param>
    /// <param name="fileName">The document, in development; null otherwise.</param>
    public static void WriteMissingReference(ScriptText script, string? fileName)
    {
        script.Append("function _missingMdxReference(id, component").Append(fileName is null ? "" : ", place").Append(") {\n");
        script.Append("  throw new Error(\"Expected \" + (component ? \"component\" : \"object\") + \" `\" + id + ");
        script.Append("\"` to be defined: you likely forgot to import, pass, or provide it.\"");
        if (fileName is not null)
        {
            script.Append(" + (place ? ").AppendString("\nIt\u2019s referenced in your code at `").Append(" + place + ");
            script.AppendString(fileName.Length > 0 ? "` in `" + fileName + "`" : "`").Append(" : \"\")");
        }

        script.Append(");\n}\n");
    }
}
