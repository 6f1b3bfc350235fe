using System.Globalization;
using System.Text;
using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Sources;

namespace FastMd.Tests.Unit.Jobs.Books;

/// <summary>A kind of book of the tests' own: pages with form feeds between them, two pages a part. A page <c>broken</c> cannot be read.</summary>
internal sealed class PagedSource(bool needsProcess = true) : ContainerSource
{
    private const int PagesPerPart = 2;

    private int _reads;

    /// <summary>How often a part was read.</summary>
    public int Reads => Volatile.Read(ref _reads);

    public override string Name => "paged";

    public override IReadOnlyList<string> Extensions => [".paged"];

    public override bool JoinsParts => true;

    public override bool NeedsProcess => needsProcess;

    public override long? MaximumBytes => 100 * 1024 * 1024;

    public override IReadOnlyList<SourcePart> PartsOf(ContainerFile file, CancellationToken cancellation)
    {
        var pages = PagesOf(file).Length;
        return [.. Enumerable.Range(0, (pages + PagesPerPart - 1) / PagesPerPart).Select(part => Part((part * PagesPerPart) + 1, Math.Min(pages, (part + 1) * PagesPerPart)))];
    }

    public override IReadOnlyList<SourcePart> Split(string part)
    {
        var (first, last) = RangeOf(part);
        return [.. Enumerable.Range(first, last - first + 1).Select(page => Part(page, page))];
    }

    public override string Missing(string part) => $"<!-- {part} is missing -->\n";

    public override SourceText Read(ContainerFile file, string part, TextDecoder decoder, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _reads);
        var (first, last) = RangeOf(part);
        var pages = PagesOf(file)[(first - 1)..last];
        return pages.Contains("broken")
            ? throw new DocumentException(Diagnostic.Error("FM9998", $"{part} cannot be read."))
            : SourceText.FromString(string.Concat(pages.Select(static page => $"{page}\n"))) with { Pages = pages.Length };
    }

    private static SourcePart Part(int first, int last) => new($"{first:000}-{last:000}", 1000);

    private static (int First, int Last) RangeOf(string part)
        => (int.Parse(part.AsSpan(0, 3), CultureInfo.InvariantCulture), int.Parse(part.AsSpan(4, 3), CultureInfo.InvariantCulture));

    private static string[] PagesOf(ContainerFile file)
    {
        file.Content.Position = 0;
        using var reader = new StreamReader(file.Content, Encoding.UTF8, leaveOpen: true);
        return reader.ReadToEnd().TrimEnd().Split('\f');
    }
}
