using FastMd.Engine.Books.Pdf;
using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Sources;

namespace FastMd.Tests.Unit.Books.Pdf;

/// <summary>Reads PDF documents that are in memory.</summary>
internal static class PdfReading
{
    private static int _count;

    /// <summary>All parts, joined with a blank line between them, as a job joins them.</summary>
    public static (string Text, List<Diagnostic> Diagnostics) Read(byte[] pdf, PdfOptions? options = null, string name = "some.pdf")
    {
        var source = new PdfSource(options ?? new());
        var file = FileOf(pdf, name);
        var parts = source.PartsOf(file, TestContext.Current.CancellationToken).Select(part => source.Read(file, part.Name, new TextDecoder(), TestContext.Current.CancellationToken)).ToList();
        return (string.Join('\n', parts.Select(part => part.Text).Where(text => text.Length > 0)), [.. parts.SelectMany(part => part.Diagnostics)]);
    }

    /// <summary>The text below the front matter, without comments.</summary>
    public static string Body(byte[] pdf, PdfOptions? options = null)
    {
        var text = Read(pdf, (options ?? new()) with { PageComments = false }).Text;
        return text[(text.IndexOf("---\n\n", StringComparison.Ordinal) + 5)..];
    }

    public static ContainerFile FileOf(byte[] pdf, string name = "some.pdf")
        => new(Path.Combine(Path.GetTempPath(), name), $"{Interlocked.Increment(ref _count)}", new MemoryStream(pdf));
}
