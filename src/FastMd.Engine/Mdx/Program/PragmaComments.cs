using FastMd.Engine.Configuration;

namespace FastMd.Engine.Mdx.Program;

/// <summary>The comments that tell a later compiler how JSX is meant.</summary>
internal static class PragmaComments
{
    public static void Write(ScriptText script, JsxPragmas pragmas)
    {
        if (pragmas.Runtime == JsxRuntime.Automatic)
        {
            script.Append("/*@jsxRuntime automatic*/\n/*@jsxImportSource ").Append(pragmas.ImportSource).Append("*/\n");
        }
        else
        {
            script.Append("/*@jsxRuntime classic*/\n/*@jsx ").Append(pragmas.Call).Append("*/\n/*@jsxFrag ").Append(pragmas.Fragment).Append("*/\n");
        }
    }
}
