using FastMd.Engine.Documents.Sources;

namespace FastMd.Engine.Books.Epub;

/// <summary>Keeps what is known of the last few books, so that each is looked at once however many chapters are asked for.</summary>
internal sealed class BookCache
{
    private const int MostKept = 8;

    private readonly object _gate = new();
    private readonly LinkedList<Slot> _slots = [];

    /// <summary>What is known of a book; who asks while it is found out waits.</summary>
    public EpubBook Get(ContainerFile file, Func<EpubBook> read)
    {
        var slot = SlotOf(file);
        lock (slot)
        {
            return slot.Book ??= read();
        }
    }

    private Slot SlotOf(ContainerFile file)
    {
        lock (_gate)
        {
            for (var at = _slots.First; at is not null; at = at.Next)
            {
                if (at.Value.Path == file.Path && at.Value.Version == file.Version)
                {
                    _slots.Remove(at);
                    _slots.AddFirst(at);
                    return at.Value;
                }
            }

            if (_slots.Count == MostKept)
            {
                _slots.RemoveLast();
            }

            return _slots.AddFirst(new Slot(file.Path, file.Version)).Value;
        }
    }

    private sealed class Slot(string path, string version)
    {
        public string Path => path;

        public string Version => version;

        public EpubBook? Book { get; set; }
    }
}
