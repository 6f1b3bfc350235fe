namespace FastMd.Engine.Mdx.JavaScript.Jsx;

/// <content>The classic runtime.</content>
internal sealed partial class JsxCompiler
{
    private void WriteClassic(JsxElement element)
    {
        WriteMember(options.Pragma);
        writer.Write("(");
        if (element.Name is null)
        {
            WriteMember(options.PragmaFragment);
        }
        else
        {
            WriteName(NameOf(element));
        }

        if (element.Attributes.Count > 0)
        {
            writer.Write(", {");
            for (var i = 0; i < element.Attributes.Count; i++)
            {
                writer.Write(i > 0 ? ", " : "");
                WriteProperty(element.Attributes[i]);
            }

            writer.Write("}");
        }
        else if (element.Children.Count > 0)
        {
            writer.Write(", null");
        }

        foreach (var child in element.Children)
        {
            writer.Write(", ");
            Write(child);
        }

        writer.Write(")");
    }
}
