using System.Xml;

namespace FastMd.Engine.Books.Html;

/// <summary>Reads what is well-formed XML. Nothing outside the document is looked at, and nothing in it is expanded.</summary>
internal static class XmlMarkup
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersFromEntities = 1024,
    };

    /// <summary>Reads a document.</summary>
    /// <param name="text">The document, without declaration and document type.</param>
    /// <exception cref="XmlException">It is not well-formed.</exception>
    public static MarkupElement Read(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text), Settings);
        var builder = new MarkupBuilder();
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var isEmpty = reader.IsEmptyElement;
                    builder.Open(Lower(reader.LocalName), AttributesOf(reader));
                    if (isEmpty)
                    {
                        builder.Close();
                    }

                    break;
                case XmlNodeType.EndElement:
                    builder.Close();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    builder.Text(reader.Value);
                    break;
            }
        }

        return builder.Finish();
    }

    private static MarkupAttribute[] AttributesOf(XmlReader reader)
    {
        if (reader.AttributeCount == 0)
        {
            return [];
        }

        var attributes = new MarkupAttribute[reader.AttributeCount];
        for (var i = 0; i < attributes.Length; i++)
        {
            reader.MoveToAttribute(i);
            attributes[i] = new(NameOf(reader.Prefix, reader.LocalName, reader.NamespaceURI), reader.Value);
        }

        reader.MoveToElement();
        return attributes;
    }

    private static string NameOf(string prefix, string name, string space) => space switch
    {
        _ when prefix.Length == 0 => Lower(name),
        "http://www.idpf.org/2007/ops" => "epub:" + name,
        "http://www.w3.org/1999/xlink" => "xlink:" + name,
        "http://www.idpf.org/2007/opf" => "opf:" + name,
        _ => $"{prefix}:{name}",
    };

    private static string Lower(string name) => name.AsSpan().ContainsAnyInRange('A', 'Z') ? name.ToLowerInvariant() : name;
}
