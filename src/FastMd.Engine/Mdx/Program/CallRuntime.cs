using FastMd.Engine.Configuration;

namespace FastMd.Engine.Mdx.Program;

/// <summary>What elements are compiled to calls of.</summary>
internal sealed class CallRuntime(JsxPragmas pragmas, bool isDevelopment)
{
    private bool _usesFragment;
    private bool _usesOne;
    private bool _usesMany;

    public JsxRuntime Kind => pragmas.Runtime;

    /// <summary>What is called for an element with so many children.</summary>
    public string Callee(int childCount)
    {
        if (Kind == JsxRuntime.Classic)
        {
            return pragmas.Call;
        }

        _usesMany |= childCount > 1;
        _usesOne |= childCount <= 1;
        return isDevelopment ? "_jsxDEV" : childCount > 1 ? "_jsxs" : "_jsx";
    }

    /// <summary>What stands for a fragment.</summary>
    public string Fragment()
    {
        _usesFragment = true;
        return Kind == JsxRuntime.Classic ? pragmas.Fragment : "_Fragment";
    }

    /// <summary>Writes how what was used comes into the program.</summary>
    public void WriteImport(ScriptText script, bool isFunctionBody)
    {
        if (Kind == JsxRuntime.Classic)
        {
            return;
        }

        var separator = isFunctionBody ? ": " : " as ";
        script.Append(isFunctionBody ? "const {" : "import {");
        var isFirst = true;
        Add("Fragment", _usesFragment);
        Add("jsx", _usesOne && !isDevelopment);
        Add("jsxs", _usesMany && !isDevelopment);
        Add("jsxDEV", isDevelopment);
        if (isFunctionBody)
        {
            script.Append("} = arguments[0];\n");
        }
        else
        {
            script.Append("} from ").AppendString(pragmas.ImportSource + (isDevelopment ? "/jsx-dev-runtime" : "/jsx-runtime")).Append(";\n");
        }

        void Add(string name, bool isUsed)
        {
            if (isUsed)
            {
                script.Append(isFirst ? "" : ", ").Append(name).Append(separator).Append('_').Append(name);
                isFirst = false;
            }
        }
    }
}
