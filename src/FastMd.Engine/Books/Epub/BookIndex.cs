namespace FastMd.Engine.Books.Epub;

/// <summary>A note of a book.</summary>
/// <param name="Path">The file that it stands in.</param>
/// <param name="Unit">Number of its element there.</param>
internal sealed record BookNote(string Path, int Unit)
{
    /// <summary>Its number in the book, from 1, in the order in which it is referred to.</summary>
    public int Number { get; init; }

    /// <summary>The files that refer to it, in the order of reading.</summary>
    public List<string> Users { get; } = [];
}

/// <summary>What leads where in a book, and which files its chapters show: made once, by one pass over all of it.</summary>
internal sealed class BookIndex
{
    /// <summary>The ids that something leads to in each file, and how they are written.</summary>
    public Dictionary<BookPlace, string> Anchors { get; } = [];

    /// <summary>The files that something leads to as a whole.</summary>
    public HashSet<string> Whole { get; } = new(StringComparer.Ordinal);

    /// <summary>Where a place of a note that moved is written.</summary>
    public Dictionary<BookPlace, string> Moved { get; } = [];

    /// <summary>The notes, by the file and the number of their element.</summary>
    public Dictionary<(string Path, int Unit), BookNote> Notes { get; } = [];

    /// <summary>The notes that links refer to, by the file and the number of the link.</summary>
    public Dictionary<(string Path, int Link), BookNote> References { get; } = [];

    /// <summary>The links that lead back from notes, by the file and the number of the link.</summary>
    public HashSet<(string Path, int Link)> Back { get; } = [];

    /// <summary>The files that chapters show, and what they are called outside of the book.</summary>
    public Dictionary<string, string> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>The notes of a file.</summary>
    public IEnumerable<BookNote> NotesIn(string path) => Notes.Values.Where(note => note.Path == path);

    /// <summary>The notes that a file refers to.</summary>
    public IEnumerable<BookNote> NotesOf(string path) => Notes.Values.Where(note => note.Users.Contains(path)).OrderBy(static note => note.Number);
}
