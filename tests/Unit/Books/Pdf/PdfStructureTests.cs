using System.Globalization;

namespace FastMd.Tests.Unit.Books.Pdf;

public class PdfStructureTests
{
    private const string Full = "A line that goes on to the right side of the column of text and";

    [Fact]
    public void Larger_text_is_a_heading_and_its_size_says_which()
        => Assert.Equal(
            $"# Title\n\n{Full} ends.\n\n## Chapter\n\n{Full} ends.\n",
            Body(RawPdf.Line(72, 740, "Title", 20) + RawPdf.Lines(72, 700, Full, "ends.") + RawPdf.Line(72, 650, "Chapter", 14) + RawPdf.Lines(72, 620, Full, "ends.")));

    [Fact]
    public void A_heading_may_take_two_lines()
        => Assert.StartsWith("# A title of two lines\n", Body(RawPdf.Line(72, 740, "A title of", 20) + RawPdf.Line(72, 716, "two lines", 20) + RawPdf.Lines(72, 680, Full, "ends.")));

    [Fact]
    public void A_bold_line_that_stands_alone_is_a_heading()
        => Assert.Equal($"{Full} ends.\n\n# Bold\n\n{Full} ends.\n", Body(RawPdf.Lines(72, 700, Full, "ends.") + RawPdf.Line(72, 660, "Bold", 10, RawPdf.Bold) + RawPdf.Lines(72, 644, Full, "ends.")));

    [Fact]
    public void The_outline_says_what_is_a_heading_and_of_which_level()
    {
        var pdf = new RawPdf { Catalog = "/Outlines 7 0 R" };
        pdf.AddObject("<</Type/Outlines/First 8 0 R/Last 8 0 R/Count 1>>");
        pdf.AddObject("<</Title(First chapter)/Parent 7 0 R/Dest[10 0 R/Fit]/First 9 0 R/Last 9 0 R/Count 1>>");
        pdf.AddObject("<</Title(A section)/Parent 8 0 R/Dest[10 0 R/Fit]>>");
        pdf.AddPage(RawPdf.Line(72, 720, "First chapter") + RawPdf.Lines(72, 690, Full, "ends.") + RawPdf.Line(72, 650, "1.1 A section") + RawPdf.Lines(72, 630, Full, "ends."));
        Assert.Equal($"# First chapter\n\n{Full} ends.\n\n## 1.1 A section\n\n{Full} ends.\n", PdfReading.Body(pdf.Build()));
    }

    [Fact]
    public void Bullets_are_items_by_their_indent()
        => Assert.Equal(
            $"{Full} ends:\n\n- one\n- two {Full}\n  - inner\n- three\n",
            Body(RawPdf.Lines(72, 700, Full, "ends:") + RawPdf.Line(72, 670, "\x95 one") + RawPdf.Line(72, 658, "\x95 two") + RawPdf.Line(84, 646, Full)
                + RawPdf.Line(96, 634, "\x95 inner") + RawPdf.Line(72, 622, "\x95 three")));

    [Fact]
    public void Numbers_are_items_in_their_order()
        => Assert.Equal("3. three\n4. four\n5. five\n", Body(RawPdf.Lines(72, 700, "3. three", "4. four", "5. five")));

    [Fact]
    public void A_number_in_a_paragraph_begins_no_item()
        => Assert.Equal($"{Full} 12. It {Full} ends.\n", Body(RawPdf.Lines(72, 700, Full, "12. It " + Full, "ends.")));

    [Fact]
    public void Code_keeps_its_lines_and_indents()
        => Assert.Equal(
            $"{Full} ends:\n\n```\nif (true)\n    go();\n\nend\n```\n",
            Body(RawPdf.Lines(72, 700, Full, "ends:") + RawPdf.Line(72, 670, "if (true)", 10, RawPdf.Courier) + RawPdf.Line(96, 658, "go();", 10, RawPdf.Courier)
                + RawPdf.Line(72, 634, "end", 10, RawPdf.Courier)));

    [Fact]
    public void A_table_with_lines_is_a_table()
    {
        var content = "";
        for (var i = 0; i < 4; i++)
        {
            content += string.Create(CultureInfo.InvariantCulture, $"72 {700 - (i * 20)} m 372 {700 - (i * 20)} l S {72 + (i * 100)} 640 m {72 + (i * 100)} 700 l S\n");
        }

        for (var row = 0; row < 3; row++)
        {
            for (var column = 0; column < 3; column++)
            {
                content += RawPdf.Line(76 + (column * 100), 686 - (row * 20), string.Create(CultureInfo.InvariantCulture, $"r{row} c{column}"));
            }
        }

        Assert.Equal("| r0 c0 | r0 c1 | r0 c2 |\n| --- | --- | --- |\n| r1 c0 | r1 c1 | r1 c2 |\n| r2 c0 | r2 c1 | r2 c2 |\n", Body(content));
    }

    [Fact]
    public void A_table_without_lines_is_seen_by_how_its_numbers_are_aligned()
    {
        var content = RawPdf.Lines(72, 740, Full, "ends.");
        for (var row = 0; row < 4; row++)
        {
            content += RawPdf.Line(72, 700 - (row * 12), string.Create(CultureInfo.InvariantCulture, $"row {row}"))
                + RawPdf.Line(200, 700 - (row * 12), string.Create(CultureInfo.InvariantCulture, $"{row}.5")) + RawPdf.Line(300, 700 - (row * 12), string.Create(CultureInfo.InvariantCulture, $"{row}0"));
        }

        Assert.EndsWith("| row 0 | 0.5 | 00 |\n| --- | --- | --- |\n| row 1 | 1.5 | 10 |\n| row 2 | 2.5 | 20 |\n| row 3 | 3.5 | 30 |\n", Body(content));
    }

    [Fact]
    public void Running_heads_and_page_numbers_are_left_out_and_kept_where_that_is_asked_for()
    {
        var pdf = new RawPdf();
        for (var page = 1; page <= 4; page++)
        {
            pdf.AddPage(RawPdf.Line(72, 770, "The running head") + RawPdf.Lines(72, 700, $"Text of page {page}.") + RawPdf.Line(300, 30, string.Create(CultureInfo.InvariantCulture, $"{page + 10}")));
        }

        Assert.Equal("Text of page 1.\n\nText of page 2.\n\nText of page 3.\n\nText of page 4.\n", PdfReading.Body(pdf.Build()));
        Assert.Equal(4, PdfReading.Body(pdf.Build(), new() { KeepRunningHeads = true }).Split("The running head").Length - 1);
    }

    [Fact]
    public void The_first_line_of_the_text_is_no_running_head_though_it_is_the_same_on_each_page()
    {
        var pdf = new RawPdf();
        for (var page = 1; page <= 3; page++)
        {
            pdf.AddPage(RawPdf.Lines(72, 720, "The same first line of each page that is followed by", string.Create(CultureInfo.InvariantCulture, $"other text {page}.")));
        }

        Assert.Equal(3, PdfReading.Body(pdf.Build()).Split("The same first line").Length - 1);
    }

    [Fact]
    public void A_single_page_keeps_its_head()
        => Assert.Equal("Head\n\nText.\n", Body(RawPdf.Line(72, 770, "Head") + RawPdf.Line(72, 700, "Text.")));

    private static string Body(string content) => PdfReading.Body(new RawPdf().AddPage(content).Build());
}
