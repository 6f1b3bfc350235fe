using System.Globalization;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace FastMd.Books;

/// <summary>Writes PDFs of running text, the same each time.</summary>
internal static class Made
{
    private static readonly string[] Words =
        "the of a page that is read by machines has no lines and columns but glyphs at places of which paragraphs headings lists are made again time after conversion document parallel workers order bytes memory stream structure parser reader writer text".Split(' ');

    public static int Write(string file, int pages)
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.TimesRoman);
        var bold = builder.AddStandard14Font(Standard14Font.HelveticaBold);
        var random = new Random(7);
        for (var number = 1; number <= pages; number++)
        {
            var page = builder.AddPage(PageSize.A4);
            page.AddText("A made document", 9, new PdfPoint(70, 800), font);
            var y = 770.0;
            if (number % 10 == 1)
            {
                page.AddText(string.Create(CultureInfo.InvariantCulture, $"Chapter {1 + (number / 10)}"), 18, new PdfPoint(70, y), bold);
                y -= 30;
            }

            for (var line = 0; line < 48; line++)
            {
                var text = string.Join(' ', Enumerable.Range(0, 13).Select(_ => Words[random.Next(Words.Length)]));
                page.AddText(line % 6 == 5 ? text[..40] + "." : text, 10, new PdfPoint(70, y), font);
                y -= line % 6 == 5 ? 20 : 13;
                if (y < 60)
                {
                    break;
                }
            }

            page.AddText(number.ToString(CultureInfo.InvariantCulture), 9, new PdfPoint(295, 30), font);
        }

        File.WriteAllBytes(file, builder.Build());
        return 0;
    }
}
