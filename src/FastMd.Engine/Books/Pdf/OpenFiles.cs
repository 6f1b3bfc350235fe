using FastMd.Engine.Books.Pdf.Glyphs;
using FastMd.Engine.Documents.Sources;

namespace FastMd.Engine.Books.Pdf;

/// <summary>
/// Keeps the last few documents open: to open one of thousands of pages takes as long as to read dozens of them, and each range needs it. One document
/// is in the hands of one thread at a time.
/// </summary>
internal sealed class OpenFiles
{
    private const int Most = 2;

    private readonly List<(string Key, PdfFile File)> _idle = [];

    /// <summary>A document, open: one that is kept, or a new one.</summary>
    public PdfFile Take(ContainerFile file, string? password)
    {
        var key = KeyOf(file);
        lock (_idle)
        {
            var at = _idle.FindLastIndex(idle => idle.Key == key);
            if (at >= 0)
            {
                var kept = _idle[at].File;
                _idle.RemoveAt(at);
                return kept;
            }
        }

        return PdfFile.Open(file.Content, password);
    }

    /// <summary>Takes a document back. One that reads from a stream, which is its owner's, ends here.</summary>
    public void Return(ContainerFile file, PdfFile pdf)
    {
        var isOver = pdf;
        if (pdf.IsInMemory)
        {
            lock (_idle)
            {
                _idle.Add((KeyOf(file), pdf));
                isOver = _idle.Count > Most ? _idle[0].File : null;
                if (isOver is not null)
                {
                    _idle.RemoveAt(0);
                }
            }
        }

        isOver?.Dispose();
    }

    private static string KeyOf(ContainerFile file) => $"{file.Path}\n{file.Version}";
}
