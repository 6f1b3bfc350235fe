using FastMd.Engine.Mdx.JavaScript.Parsing;

namespace FastMd.Engine.Mdx.JavaScript.Jsx;

/// <content>Names.</content>
internal sealed partial class JsxCompiler
{
    private JsxName NameOf(JsxElement element) => options.Rename?.Invoke(element) ?? element.Name!.Value;

    private void WriteName(JsxName name)
    {
        switch (name.Kind)
        {
            case JsxNameKind.Component:
                writer.Write(name.Text);
                break;
            case JsxNameKind.Member:
                WriteMember(name.Text);
                break;
            default:
                writer.WriteString(name.Text);
                break;
        }
    }

    /// <summary>Writes a dotted name; what is no name of JavaScript in it as a string.</summary>
    private void WriteMember(string path)
    {
        var isFirst = true;
        foreach (var part in path.Split('.'))
        {
            var isName = Identifiers.IsName(part);
            if (isFirst && !isName)
            {
                writer.WriteString(part);
            }
            else if (isName)
            {
                writer.Write(isFirst ? "" : ".").Write(part);
            }
            else
            {
                writer.Write("[").WriteString(part).Write("]");
            }

            isFirst = false;
        }
    }
}
