using System.Text;

namespace FastMd.Engine.Documents;

/// <summary>Finds encodings by name, the legacy code pages and the shell's own short names included.</summary>
internal static class EncodingNames
{
    /// <summary>The encoding of that name; null where there is none.</summary>
    /// <param name="name">An IANA name (<c>windows-1252</c>), a code page number, or a PowerShell name (<c>unicode</c>, <c>utf8NoBOM</c>).</param>
    public static Encoding? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        name = PowerShellName(name) ?? name;
        try
        {
            return int.TryParse(name, out var codePage)
                ? CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage)
                : CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static string? PowerShellName(string name) => name.ToUpperInvariant() switch
    {
        "UTF8" or "UTF8BOM" or "UTF8NOBOM" => "utf-8",
        "UNICODE" or "UTF16" => "utf-16",
        "BIGENDIANUNICODE" or "UTF-16BE" or "UTF16BE" => "utf-16BE",
        "UTF32" => "utf-32",
        "BIGENDIANUTF32" or "UTF32BE" => "utf-32BE",
        "LATIN1" => "iso-8859-1",
        "ASCII" => "us-ascii",
        _ => null,
    };
}
