using System.Globalization;
using FastMd.Engine.Documents;

namespace FastMd.Parallel;

/// <summary>Documents of a mix, as files.</summary>
/// <param name="Root">Their folder.</param>
/// <param name="Sources">The documents, in the order of the mix.</param>
internal sealed record Corpus(string Root, IReadOnlyList<DocumentSource> Sources)
{
    private const int FilesPerFolder = 500;
    private const int PoolLength = 1_000_000;

    /// <summary>Writes the files: slices of generated pages, each from another place.</summary>
    public static Corpus Write(SizeMix mix, string root)
    {
        var pool = SamplePage.Markdown(PoolLength, seed: 1);
        var sources = new List<DocumentSource>(mix.Lengths.Count);
        var start = 0;
        foreach (var length in mix.Lengths)
        {
            var path = Path.Combine(root, $"{sources.Count / FilesPerFolder:000}", $"{sources.Count:00000}.md");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using (var file = new StreamWriter(path))
            {
                file.Write(string.Create(CultureInfo.InvariantCulture, $"# Page {sources.Count}\n\n"));
                for (var left = length; left > 0;)
                {
                    // From the beginning of a section on: what is cut there is Markdown as it is written.
                    start = pool.IndexOf("\n## ", start, StringComparison.Ordinal) is >= 0 and var next ? next : 0;
                    var slice = Math.Min(left, pool.Length - start);
                    file.Write(pool.AsSpan(start, slice));
                    left -= slice;
                    start = (start + slice) % pool.Length;
                }
            }

            sources.Add(DocumentSource.FromFile(path, new FileInfo(path).Length, root));
        }

        return new(root, sources);
    }
}
