namespace FastMd.PowerShell.Parameters.Mdx;

/// <summary>The form of the JavaScript documents become.</summary>
public enum FastMdMdxProgram
{
    /// <summary>A whole module.</summary>
    Program,

    /// <summary>The body of a function that is given the runtime and returns what a module would export.</summary>
    FunctionBody,
}
