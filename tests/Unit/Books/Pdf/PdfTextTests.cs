using System.Globalization;
using FastMd.Engine.Documents;

namespace FastMd.Tests.Unit.Books.Pdf;

public class PdfTextTests
{
    private const string Full = "A line that goes on to the right side of the column of text and";

    [Fact]
    public void Lines_of_a_paragraph_are_one()
        => Assert.Equal($"{Full} {Full} ends.\n", Body(RawPdf.Lines(72, 700, Full, Full, "ends.")));

    [Fact]
    public void A_gap_an_indented_line_and_a_short_line_end_a_paragraph()
    {
        Assert.Equal($"{Full} ends here.\n\n{Full} ends.\n", Body(RawPdf.Lines(72, 700, Full, "ends here.") + RawPdf.Lines(72, 664, Full, "ends.")));
        Assert.Equal(
            $"{Full} {Full} goes on to the end of this line.\n\nThen {Full} ends.\n",
            Body(RawPdf.Lines(72, 700, Full, Full, "goes on to the end of this line.") + RawPdf.Line(90, 664, "Then " + Full) + RawPdf.Line(72, 652, "ends.")));
    }

    [Fact]
    public void A_word_that_is_broken_at_the_end_of_a_line_is_joined()
        => Assert.Equal($"{Full} paragraph ends.\n", Body(RawPdf.Lines(72, 700, Full + " para-", "graph ends.")));

    [Theory]
    [InlineData("It is well-known that", "It is well-", "known again.", "well-known again.")]
    [InlineData("It is so", "It is Anglo-", "Saxon again.", "Anglo-Saxon again.")]
    [InlineData("It is so", "It is 1990-", "1999 again.", "1990-1999 again.")]
    public void A_hyphen_that_belongs_to_the_word_stays(string other, string first, string second, string expected)
        => Assert.EndsWith(expected + "\n", Body(RawPdf.Lines(72, 700, Full, other + " this is a line of text as long as the others are", Full + " " + first, second)));

    [Fact]
    public void Broken_words_are_kept_where_that_is_asked_for()
        => Assert.Equal("A word that is bro-\nken.\n", PdfReading.Body(Page(RawPdf.Lines(72, 700, "A word that is bro-", "ken.")), new() { KeepHyphens = true }));

    [Fact]
    public void Columns_are_read_one_after_the_other()
    {
        var content = RawPdf.Line(72, 720, "A title over both of the columns of the page, as wide as they are together", 11);
        for (var i = 0; i < 8; i++)
        {
            // In the file the lines alternate.
            content += RawPdf.Line(72, 690 - (12 * i), string.Create(CultureInfo.InvariantCulture, $"left {i} is a line of the left column and"))
                + RawPdf.Line(320, 690 - (12 * i), string.Create(CultureInfo.InvariantCulture, $"right {i} is a line of the right column and"));
        }

        var text = Body(content);
        Assert.True(text.IndexOf("left 7", StringComparison.Ordinal) < text.IndexOf("right 0", StringComparison.Ordinal));
        Assert.StartsWith("A title over both", text);
    }

    [Fact]
    public void Turned_pages_are_read_as_they_are_seen()
        => Assert.Equal("Turned text.\n", PdfReading.Body(new RawPdf().AddPage("BT /F1 10 Tf 0 1 -1 0 300 100 Tm (Turned text.) Tj ET", "/Rotate 90").Build()));

    [Fact]
    public void Text_along_the_side_of_a_page_comes_last()
        => Assert.Equal($"{Full} ends.\n\nOn the side.\n", Body("BT /F1 10 Tf 0 1 -1 0 30 100 Tm (On the side.) Tj ET\n" + RawPdf.Lines(72, 700, Full, "ends.")));

    [Fact]
    public void What_is_drawn_twice_to_look_bold_is_read_once()
        => Assert.Equal("Shadow.\n", Body(RawPdf.Line(72, 700, "Shadow.") + RawPdf.Line(72.4, 700, "Shadow.") + RawPdf.Line(72, 700, "Shadow.")));

    [Fact]
    public void What_is_off_the_page_is_not_read()
        => Assert.Equal("Here.\n", Body(RawPdf.Line(72, 700, "Here.") + RawPdf.Line(2000, 700, "There.") + RawPdf.Line(72, -400, "There.")));

    [Fact]
    public void Text_from_right_to_left_is_read_in_its_order()
    {
        // Codes 1, 2 and 3 are alef, bet and gimel, drawn from left to right as they are seen: two words.
        const string Map = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange 3 beginbfchar <01> <05D0> <02> <05D1> <03> <05D2> endbfchar endcmap end end";
        var pdf = new RawPdf();
        var map = pdf.AddObject($"<</Length {Map.Length}>>\nstream\n{Map}\nendstream");
        var font = pdf.AddObject($"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 0/LastChar 3/Widths[250 500 500 500]/ToUnicode {map}/FontDescriptor<</Type/FontDescriptor/FontName/Helvetica/Flags 32/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/StemV 80>>>>");
        Assert.Equal(
            "\u05D0\u05D1 \u05D2\u05D2\u05D0\n",
            PdfReading.Body(pdf.AddPage("BT /F9 10 Tf 72 700 Td [<010303> -400 <0201>] TJ ET", $"/Resources<</Font<</F9 {font}>>>>").Build()));
    }

    [Fact]
    public void A_password_that_is_missing_or_wrong_is_an_error_of_its_own()
    {
        var pdf = new RawPdf { Trailer = "/Encrypt<</Filter/Standard/V 1/R 2/Length 40/P -4/O<0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20>/U<0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20>>>/ID[<01020304><01020304>]" };
        var bytes = pdf.AddPage(RawPdf.Line(72, 700, "Secret.")).Build();
        var missing = Assert.Throws<DocumentException>(() => PdfReading.Read(bytes)).Diagnostic;
        var wrong = Assert.Throws<DocumentException>(() => PdfReading.Read(bytes, new() { Password = "no" })).Diagnostic;
        Assert.Equal((DiagnosticCodes.PdfEncrypted, DiagnosticCodes.PdfEncrypted), (missing.Code, wrong.Code));
        Assert.NotEqual(missing.Message, wrong.Message);
    }

    [Fact]
    public void Invisible_text_over_a_scan_is_read()
        => Assert.Equal("Scanned.\n", Body("3 Tr " + RawPdf.Line(72, 700, "Scanned.")));

    [Fact]
    public void Words_are_told_apart_by_gaps_where_there_are_no_spaces()
        => Assert.Equal("Two words.\n", Body("BT /F1 10 Tf 72 700 Td [(Tw) 20 (o) -300 (words.)] TJ ET"));

    [Fact]
    public void What_content_stands_for_is_read_in_its_place()
        => Assert.Equal("A and more.\n", Body("BT /F1 10 Tf 72 700 Td (A ) Tj /Span <</ActualText(and)>> BDC (&&&) Tj EMC ( more.) Tj ET"));

    [Fact]
    public void Raised_numbers_stay_with_their_word()
        => Assert.Equal("A word² and more.\n", Body("BT /F1 10 Tf 72 700 Td (A word) Tj /F1 6 Tf 4 Ts (2) Tj 0 Ts /F1 10 Tf ( and more.) Tj ET"));

    [Fact]
    public void Text_in_forms_is_read()
    {
        var pdf = new RawPdf();
        const string Content = "BT /F1 10 Tf 72 700 Td (In a form.) Tj ET";
        var form = pdf.AddObject($"<</Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>/Length {Content.Length}>>\nstream\n{Content}\nendstream");
        Assert.Equal("In a form.\n", PdfReading.Body(pdf.AddPage("/X Do", $"/Resources<</XObject<</X {form}>>>>").Build()));
    }

    [Fact]
    public void Values_of_form_fields_are_read()
    {
        var pdf = new RawPdf();
        var field = pdf.AddObject("<</Type/Annot/Subtype/Widget/FT/Tx/V(Filled in)/Rect[72 600 300 620]>>");
        Assert.Equal("Name:\n\nFilled in\n", PdfReading.Body(pdf.AddPage(RawPdf.Line(72, 700, "Name:"), $"/Annots[{field}]").Build()));
    }

    [Fact]
    public void Links_to_the_web_are_links()
    {
        var pdf = new RawPdf();
        var link = pdf.AddObject("<</Type/Annot/Subtype/Link/Rect[70 695 118 712]/A<</S/URI/URI(https://example.org/a)>>>>");
        Assert.Equal("[Linked text](https://example.org/a)\n", PdfReading.Body(pdf.AddPage(RawPdf.Line(72, 700, "Linked text", 8), $"/Annots[{link}]").Build()));
    }

    [Fact]
    public void Text_that_looks_like_Markdown_is_escaped()
        => Assert.Equal("\\# Not a heading \\*here\\*.\n", Body(RawPdf.Line(72, 700, "# Not a heading *here*.")));

    [Fact]
    public void Bold_words_are_bold()
        => Assert.Equal("Some **bold** words.\n", Body("BT /F1 10 Tf 72 700 Td (Some ) Tj /F2 10 Tf (bold) Tj /F1 10 Tf ( words.) Tj ET"));

    [Fact]
    public void Pages_without_text_need_OCR_and_say_so_once_for_a_run()
    {
        var pdf = new RawPdf();
        var image = pdf.AddObject("<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>\nstream\nx\nendstream");
        var resources = $"/Resources<</XObject<</I {image}>>>>";
        pdf.AddPage(RawPdf.Line(72, 700, "One.")).AddPage("600 0 0 700 0 0 cm /I Do", resources).AddPage("600 0 0 700 0 0 cm /I Do", resources);
        var (text, diagnostics) = PdfReading.Read(pdf.Build());
        Assert.EndsWith("<!-- page 2: needs OCR -->\n\n<!-- page 3: needs OCR -->\n", text);
        Assert.Equal((DiagnosticCodes.PdfNeedsOcr, "Pages 2–3 have no text and need OCR: name a command that reads images (--ocr, -Ocr)."), Assert.Single(diagnostics.Select(each => (each.Code, each.Message))));
    }

    [Fact]
    public void A_page_of_glyphs_that_mean_nothing_has_low_confidence()
    {
        var pdf = new RawPdf();
        var font = pdf.AddObject("<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor<</Type/FontDescriptor/FontName/X/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/StemV 80>>>>]>>");
        var (text, diagnostics) = PdfReading.Read(pdf.AddPage("BT /F1 10 Tf 72 700 Td (Known.) Tj /F9 10 Tf <010001010102> Tj ET", $"/Resources<</Font<</F1 3 0 R/F9 {font}>>>>").Build());
        Assert.Contains("<!-- page 1, confidence 0.67 -->", text);
        Assert.Contains("Known.", text);
        Assert.Contains(diagnostics, each => each.Code == DiagnosticCodes.PdfTextUnmapped);
    }

    private static byte[] Page(string content) => new RawPdf().AddPage(content).Build();

    private static string Body(string content) => PdfReading.Body(Page(content));
}
