using FastMd.Engine.Books.Html;

namespace FastMd.Engine.Books.Epub;

/// <summary>Refuses books whose text is encrypted. Fonts that are merely obscured are no matter: no font is read.</summary>
internal static class EpubProtection
{
    private static readonly HashSet<string> Obfuscations = new(StringComparer.Ordinal)
    {
        "http://www.idpf.org/2008/embedding",
        "http://ns.adobe.com/pdf/enc#RC",
    };

    /// <summary>Refuses a book that is protected.</summary>
    /// <exception cref="Documents.DocumentException">It is.</exception>
    public static void Check(EpubArchive archive, CancellationToken cancellation)
    {
        if (archive.Find("META-INF/rights.xml") is not null || archive.Find("META-INF/sinf.xml") is not null)
        {
            throw EpubFailure.Protected();
        }

        if (archive.Find("META-INF/encryption.xml") is not { } path)
        {
            return;
        }

        var root = MarkupReader.ReadXml(archive.Read(path, cancellation));
        foreach (var method in MarkupSearch.Below(root).Where(static element => element.Name == "encryptionmethod" && element.Parent is { Name: "encrypteddata" }))
        {
            if (!Obfuscations.Contains(method["algorithm"] ?? ""))
            {
                throw EpubFailure.Protected();
            }
        }
    }
}
