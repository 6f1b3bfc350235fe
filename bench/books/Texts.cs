using System.Globalization;
using System.Text;
using FastMd.Engine.Books.Pdf;
using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Sources;

namespace FastMd.Books;

/// <summary>The Markdown of one PDF.</summary>
internal static class Texts
{
    public static int Write(string file, string[] options)
    {
        var size = int.TryParse(After(options, "--part"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 50;
        var isBare = options.Contains("--bare");
        var source = SourceOf(isBare, size, After(options, "--password"));
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
        try
        {
            output.Write(Of(source, file, After(options, "--pages"), Console.Error));
            return 0;
        }
        catch (DocumentException exception)
        {
            Console.Error.WriteLine(exception.Diagnostic.Format(file));
            return 1;
        }
    }

    public static PdfSource SourceOf(bool isBare, int size, string? password = null)
        => new(new() { PagesPerPart = size, KeepRunningHeads = isBare, KeepHyphens = isBare, PageComments = !isBare, Password = password });

    /// <summary>All parts of a document, joined.</summary>
    public static string Of(PdfSource source, string path, string? pages = null, TextWriter? remarks = null)
    {
        using var stream = File.OpenRead(path);
        var file = new ContainerFile(Path.GetFullPath(path), stream.Length.ToString(CultureInfo.InvariantCulture), stream);
        var parts = pages is null ? source.PartsOf(file, default).Select(part => part.Name) : [$"pages-{string.Join('-', pages.Split('-').Select(number => number.PadLeft(5, '0')))}.md"];
        var texts = new List<string>();
        foreach (var part in parts)
        {
            var text = source.Read(file, part, new TextDecoder(), default);
            texts.Add(text.Text);
            foreach (var diagnostic in text.Diagnostics)
            {
                remarks?.WriteLine(diagnostic.Format(path));
            }
        }

        return string.Join('\n', texts.Where(text => text.Length > 0));
    }

    public static string? After(string[] options, string name) => Array.IndexOf(options, name) is >= 0 and var at && at + 1 < options.Length ? options[at + 1] : null;
}
