using System.Globalization;

namespace FastMd.Engine.Mdx.JavaScript.Jsx;

/// <content>The automatic runtime.</content>
internal sealed partial class JsxCompiler
{
    private void WriteAutomatic(JsxElement element)
    {
        var isStatic = element.Children.Count > 1;
        writer.Write(Callee(isStatic));
        if (element.Name is null)
        {
            Helpers |= JsxHelpers.Fragment;
            writer.Write("_Fragment");
        }
        else
        {
            WriteName(NameOf(element));
        }

        writer.Write(", {");
        var hasProperties = WriteProperties(element, out var key);
        if (element.Children.Count > 0)
        {
            writer.Write(hasProperties ? ", children: " : "children: ");
            WriteChildren(element.Children);
        }

        writer.Write("}");
        if (key is not null)
        {
            writer.Write(", ");
            WriteValue(key);
        }

        if (options.IsDevelopment)
        {
            WriteDevelopment(element, hasKey: key is not null, isStatic);
        }

        writer.Write(")");
    }

    private string Callee(bool isStatic)
    {
        if (options.IsDevelopment)
        {
            Helpers |= JsxHelpers.JsxDev;
            return "_jsxDEV(";
        }

        Helpers |= isStatic ? JsxHelpers.Jsxs : JsxHelpers.Jsx;
        return isStatic ? "_jsxs(" : "_jsx(";
    }

    private void WriteChildren(IReadOnlyList<JsxNode> children)
    {
        if (children.Count == 1)
        {
            Write(children[0]);
            return;
        }

        writer.Write("[");
        for (var i = 0; i < children.Count; i++)
        {
            if (i > 0)
            {
                writer.Write(", ");
            }

            Write(children[i]);
        }

        writer.Write("]");
    }

    private void WriteDevelopment(JsxElement element, bool hasKey, bool isStatic)
    {
        writer.Write(hasKey ? ", " : ", undefined, ").Write(isStatic ? "true" : "false").Write(", {fileName: ").WriteString(options.FilePath);
        if (element.Start >= 0 && options.Locate is not null)
        {
            var (line, column) = options.Locate(OffsetOf(element));
            writer.Write(string.Create(CultureInfo.InvariantCulture, $", lineNumber: {line}, columnNumber: {column}"));
        }

        writer.Write("}, this");
    }

    /// <summary>Writes attributes as properties, but for the key. Returns whether there is any.</summary>
    private bool WriteProperties(JsxElement element, out JsxAttribute? key)
    {
        key = null;
        var (hasSpread, hasAny) = (false, false);
        foreach (var attribute in element.Attributes)
        {
            if (attribute.Name == "key")
            {
                if (hasSpread)
                {
                    throw new JsxException(OffsetOf(element), "`key` must come before any spread");
                }

                key = attribute;
                continue;
            }

            hasSpread |= attribute.IsSpread;
            writer.Write(hasAny ? ", " : "");
            hasAny = true;
            WriteProperty(attribute);
        }

        return hasAny;
    }

    private void WriteProperty(JsxAttribute attribute)
    {
        if (attribute.IsSpread)
        {
            writer.Write("...");
            WriteValue(attribute.Code!);
        }
        else
        {
            writer.WritePropertyName(attribute.Name).Write(": ");
            WriteValue(attribute);
        }
    }

    private void WriteValue(JsxAttribute attribute)
    {
        if (attribute.Code is not null)
        {
            WriteValue(attribute.Code);
        }
        else if (attribute.Element is not null)
        {
            Write(attribute.Element);
        }
        else if (attribute.Text is not null)
        {
            writer.WriteString(attribute.Text);
        }
        else
        {
            writer.Write("true");
        }
    }
}
