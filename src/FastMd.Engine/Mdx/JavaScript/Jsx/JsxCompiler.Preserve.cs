using System.Buffers;

namespace FastMd.Engine.Mdx.JavaScript.Jsx;

/// <content>JSX that stays JSX.</content>
internal sealed partial class JsxCompiler
{
    private static readonly SearchValues<char> NotInQuotes = SearchValues.Create("\"&\\\n\r\t");

    private void WritePreserved(JsxElement element)
    {
        var name = element.Name is null ? "" : NameOf(element).Text;
        writer.Write("<").Write(name);
        foreach (var attribute in element.Attributes)
        {
            WritePreserved(attribute);
        }

        if (element.Name is not null && element.Children.Count == 0)
        {
            writer.Write(" />");
            return;
        }

        writer.Write(">");
        foreach (var child in element.Children)
        {
            if (child is JsxElement inner)
            {
                Write(inner);
            }
            else
            {
                writer.Write("{");
                Write(child);
                writer.Write("}");
            }
        }

        writer.Write("</").Write(name).Write(">");
    }

    private void WritePreserved(JsxAttribute attribute)
    {
        if (attribute.IsSpread)
        {
            writer.Write(" {...");
            WriteValue(attribute.Code!);
            writer.Write("}");
            return;
        }

        writer.Write(" ").Write(attribute.Name);
        if (attribute.Text is not null && attribute.Text.AsSpan().IndexOfAny(NotInQuotes) < 0)
        {
            writer.Write("=\"").Write(attribute.Text).Write("\"");
        }
        else if (attribute.Text is not null || attribute.Code is not null || attribute.Element is not null)
        {
            writer.Write("={");
            WriteValue(attribute);
            writer.Write("}");
        }
    }
}
