using FastMd.Engine.Documents;

namespace FastMd.Tests.Unit.Books.Pdf;

/// <summary>Files that are damaged a little are read, or refused, and nothing else. bench/books does the same with files of all kinds in processes of their own.</summary>
public class PdfMutationTests
{
    [Fact]
    public void A_damaged_file_is_read_or_refused()
    {
        var pdf = new RawPdf { Information = "/Title(A title)" }
            .AddPage(RawPdf.Line(72, 740, "Title", 20) + RawPdf.Lines(72, 700, "Some text of a page.", "1. one", "2. two"))
            .AddPage(RawPdf.Lines(72, 700, "Some more."))
            .Build();
        var random = new Random(3);
        for (var i = 0; i < 300; i++)
        {
            var damaged = (byte[])pdf.Clone();
            for (var hits = random.Next(1, 4); hits > 0; hits--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            try
            {
                PdfReading.Read(i % 10 == 0 ? damaged[..random.Next(damaged.Length)] : damaged);
            }
            catch (DocumentException exception)
            {
                Assert.StartsWith("FM701", exception.Diagnostic.Code);
            }
        }
    }
}
