using System.Globalization;
using System.Text;

namespace FastMd.Tests.Unit.Books.Pdf;

/// <summary>Writes PDF files as they are in the file, odd ones included.</summary>
internal sealed class RawPdf
{
    public const string Regular = "/F1";
    public const string Bold = "/F2";
    public const string Courier = "/F3";

    private readonly List<string> _objects = [];
    private readonly List<(string Content, string Entries)> _pages = [];

    public string Information { get; init; } = "";

    public string Catalog { get; init; } = "";

    public string Trailer { get; init; } = "";

    /// <summary>Adds an object.</summary>
    /// <returns>A reference to it.</returns>
    public string AddObject(string content)
    {
        _objects.Add(content);
        return $"{_objects.Count + 6} 0 R";
    }

    public RawPdf AddPage(string content, string entries = "")
    {
        _pages.Add((content, entries));
        return this;
    }

    /// <summary>One line of text.</summary>
    public static string Line(double x, double y, string text, double size = 10, string font = Regular)
        => string.Create(
            CultureInfo.InvariantCulture,
            $"BT {font} {size} Tf 1 0 0 1 {x} {y} Tm ({text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)}) Tj ET\n");

    /// <summary>Lines below each other.</summary>
    public static string Lines(double x, double y, params string[] lines)
        => string.Concat(lines.Select((line, i) => Line(x, y - (i * 12), line)));

    public byte[] Build()
    {
        using var file = new MemoryStream();
        var offsets = new List<long>();
        void Write(string text) => file.Write(Encoding.Latin1.GetBytes(text));
        void Object(string content)
        {
            offsets.Add(file.Length);
            Write($"{offsets.Count} 0 obj\n{content}\nendobj\n");
        }

        var firstPage = 7 + _objects.Count;
        Write("%PDF-1.7\n");
        Object($"<</Type/Catalog/Pages 2 0 R{Catalog}>>");
        Object($"<</Type/Pages/Count {_pages.Count}/Kids[{string.Join(' ', Enumerable.Range(0, _pages.Count).Select(i => $"{firstPage + (2 * i)} 0 R"))}]"
            + "/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R/F2 4 0 R/F3 5 0 R>>>>>>");
        Object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
        Object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>");
        Object("<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>");
        Object($"<<{Information}>>");
        foreach (var content in _objects)
        {
            Object(content);
        }

        foreach (var (content, entries) in _pages)
        {
            Object($"<</Type/Page/Parent 2 0 R/Contents {offsets.Count + 2} 0 R{entries}>>");
            Object($"<</Length {Encoding.Latin1.GetByteCount(content)}>>\nstream\n{content}\nendstream");
        }

        var start = file.Length;
        Write($"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
        {
            Write(string.Create(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        }

        Write($"trailer\n<</Size {offsets.Count + 1}/Root 1 0 R/Info 6 0 R{Trailer}>>\nstartxref\n{start}\n%%EOF\n");
        return file.ToArray();
    }
}
