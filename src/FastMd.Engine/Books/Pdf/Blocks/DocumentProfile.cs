using FastMd.Engine.Books.Pdf.Glyphs;
using FastMd.Engine.Books.Pdf.Layout;

namespace FastMd.Engine.Books.Pdf.Blocks;

/// <summary>An entry of the outline.</summary>
/// <param name="Folded">Its title, folded.</param>
/// <param name="Level">1 for the outermost.</param>
internal readonly record struct OutlineEntry(string Folded, int Level);

/// <summary>What is known of a document as a whole, from a sample of its pages.</summary>
internal sealed class DocumentProfile
{
    private const float LargerSize = 1.12f;
    private const int DeepestBySize = 4;

    private readonly Dictionary<string, int> _running = [];
    private readonly List<float> _headingSizes = [];

    private DocumentProfile(float bodySize, HashSet<string> words, IReadOnlyDictionary<int, List<OutlineEntry>> outline)
    {
        BodySize = bodySize;
        Words = words;
        Outline = outline;
    }

    /// <summary>The size of most text, in points.</summary>
    public float BodySize { get; }

    /// <summary>Words in the middle of lines, in small letters.</summary>
    public IReadOnlySet<string> Words { get; }

    /// <summary>The title on the first page; null where nothing there stands out.</summary>
    public string? Title { get; private set; }

    /// <summary>The entries of the outline, by the numbers of their pages. Their levels are those of headings.</summary>
    public IReadOnlyDictionary<int, List<OutlineEntry>> Outline { get; }

    /// <summary>Works it out.</summary>
    /// <param name="sample">Some pages.</param>
    /// <param name="outline">The entries of the outline.</param>
    public static DocumentProfile Of(IReadOnlyList<PageLayout> sample, List<OutlineTitle> outline)
    {
        var sizes = new SortedDictionary<int, int>();
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var page in sample)
        {
            foreach (var line in page.Columns.SelectMany(static column => column.Lines))
            {
                var key = KeyOf(line.Size);
                sizes[key] = sizes.GetValueOrDefault(key) + line.Text.Length;
                WordSet.Add(words, line.Text);
            }
        }

        var profile = new DocumentProfile(sizes.Count == 0 ? 10 : sizes.MaxBy(static size => size.Value).Key / 4f, words, ByPage(outline));
        profile.FindHeadingSizes(sample);
        profile.FindTitle(sample);
        profile.FindRunning(sample);
        return profile;
    }

    /// <summary>Whether lines of a size are headings.</summary>
    public bool IsLarge(float size) => size > LargerSize * BodySize;

    /// <summary>The level of a heading of a size; that of bold ones in the size of the text is the deepest.</summary>
    public int LevelOf(float size)
    {
        for (var i = 0; i < _headingSizes.Count; i++)
        {
            if (size > _headingSizes[i] * 0.97f)
            {
                return i + 1;
            }
        }

        return Math.Min(6, _headingSizes.Count + 1);
    }

    /// <summary>Whether a line at head or foot is in the same place of several pages of the sample.</summary>
    public bool IsRunning(MarginLine line) => line.Folded != "#" && _running.GetValueOrDefault(KeyOf(line)) >= 3;

    private static Dictionary<int, List<OutlineEntry>> ByPage(List<OutlineTitle> outline)
    {
        var byPage = new Dictionary<int, List<OutlineEntry>>();
        foreach (var entry in outline)
        {
            var folded = TextFold.Letters(entry.Title);
            if (folded.Length < 2)
            {
                continue;
            }

            if (!byPage.TryGetValue(entry.Page, out var entries))
            {
                byPage.Add(entry.Page, entries = []);
            }

            entries.Add(new(folded, entry.Level));
        }

        return byPage;
    }

    private static int KeyOf(float size) => (int)Math.Round(size * 4);

    private static string KeyOf(MarginLine line) => $"{line.Folded}|{Math.Round(line.Distance / 4)}";

    /// <summary>Finds the title. Where the outline does not have it, it stands above all that the outline has.</summary>
    private void FindTitle(IReadOnlyList<PageLayout> sample)
    {
        if (sample.Count == 0 || sample[0].Number != 1 || (Title = TitleFinder.Find(sample[0], this)) is not { } title)
        {
            return;
        }

        var folded = TextFold.Letters(title);
        if (!Outline.Values.Any(entries => entries.Exists(entry => entry.Folded == folded)))
        {
            foreach (var entries in Outline.Values)
            {
                for (var i = 0; i < entries.Count; i++)
                {
                    entries[i] = entries[i] with { Level = entries[i].Level + 1 };
                }
            }
        }
    }

    private void FindHeadingSizes(IReadOnlyList<PageLayout> sample)
    {
        var counts = new SortedDictionary<int, int>();
        foreach (var page in sample)
        {
            foreach (var line in page.Columns.Where(static column => column.IsMain).SelectMany(static column => column.Lines))
            {
                if (IsLarge(line.Size) && line.Text.Length < 120)
                {
                    var key = KeyOf(line.Size);
                    counts[key] = counts.GetValueOrDefault(key) + 1;
                }
            }
        }

        foreach (var (key, _) in counts.Reverse())
        {
            var size = key / 4f;
            if (_headingSizes.Count == 0 || (size < _headingSizes[^1] * 0.94f && _headingSizes.Count < DeepestBySize))
            {
                _headingSizes.Add(size);
            }
        }
    }

    private void FindRunning(IReadOnlyList<PageLayout> sample)
    {
        foreach (var page in sample)
        {
            foreach (var key in MarginLine.Of(page).Select(KeyOf).Distinct())
            {
                _running[key] = _running.GetValueOrDefault(key) + 1;
            }
        }
    }
}
