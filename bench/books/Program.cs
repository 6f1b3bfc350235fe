using FastMd.Books;

return args switch
{
    ["text", var file, .. var rest] => Texts.Write(file, rest),
    ["recall", var folder, .. var rest] => await Recall.Measure(folder, rest),
    ["worker", .. var rest] => Worker.Run(rest.Contains("--bare")),
    ["speed", .. var rest] => Speed.Measure(rest),
    ["make", var file, var pages] => Made.Write(file, int.Parse(pages, System.Globalization.CultureInfo.InvariantCulture)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        """
        recall FOLDER [--write FILE] [--worst N] [--cache FOLDER]  words of pdftotext that are in FastMd's text, and in mutool's, for each PDF
        speed [PAGES [PAGES_PER_PART]]            pages a minute, against pdftotext
        text FILE [--bare] [--part N] [--pages A-B]  the Markdown of one PDF
        make FILE PAGES                           a PDF of running text
        """);
    return 2;
}
