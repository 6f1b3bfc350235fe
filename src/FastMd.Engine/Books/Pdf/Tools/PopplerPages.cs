using System.Globalization;
using FastMd.Engine.Books.Pdf.Blocks;

namespace FastMd.Engine.Books.Pdf.Tools;

/// <summary>Reads pages by Poppler's <c>pdftotext</c>, all of a range at once. No block goes on on the next page.</summary>
/// <param name="command">Path or name of the program.</param>
/// <param name="path">Path of the document.</param>
/// <param name="password">Its password; null for none.</param>
/// <param name="first">Number of the first page of the range.</param>
/// <param name="last">Number of the last one.</param>
/// <param name="timeout">The most it may take.</param>
internal sealed class PopplerPages(string command, string path, string? password, int first, int last, TimeSpan timeout) : IPageReader
{
    private string[]? _pages;

    public HyphenRule Hyphens { get; } = new(new HashSet<string>(), keeps: true);

    public ReadPage Read(int number, bool isWanted, CancellationToken cancellation)
    {
        if (!isWanted)
        {
            return new(number, []);
        }

        _pages ??= Extract(cancellation);
        var text = number - first < _pages.Length ? _pages[number - first] : "";
        return new(number, PlainBlocks.Of(text)) { State = string.IsNullOrWhiteSpace(text) ? PageState.NeedsOcr : PageState.Read };
    }

    private string[] Extract(CancellationToken cancellation)
    {
        string[] arguments =
        [
            "-f", first.ToString(CultureInfo.InvariantCulture), "-l", last.ToString(CultureInfo.InvariantCulture), "-enc", "UTF-8", "-eol", "unix", "-q",
            .. password is null ? Array.Empty<string>() : ["-upw", password], "--", path, "-",
        ];
        return Tool.Run(command, arguments, timeout, cancellation).Split('\f');
    }
}
