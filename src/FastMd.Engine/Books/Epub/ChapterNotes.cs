using System.Globalization;

using FastMd.Engine.Configuration;

namespace FastMd.Engine.Books.Epub;

/// <summary>The notes that a chapter refers to, as they come up, and what they are called in it.</summary>
/// <param name="book">The book.</param>
/// <param name="path">The chapter's file.</param>
internal sealed class ChapterNotes(EpubBook book, string path)
{
    private readonly Dictionary<BookNote, string> _labels = [];
    private readonly Dictionary<BookNote, string> _marks = [];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Queue<BookNote> _waiting = new();

    /// <summary>What a note is called: its number in the text where that is free.</summary>
    /// <param name="note">The note.</param>
    /// <param name="text">What the mark says.</param>
    public string LabelOf(BookNote note, string text)
    {
        if (_labels.TryGetValue(note, out var known))
        {
            return known;
        }

        var label = book.Layout == BookLayout.Single ? note.Number.ToString(CultureInfo.InvariantCulture) : Free(text);
        _taken.Add(label);
        _labels.Add(note, label);
        _marks[note] = text;
        if (IsWrittenHere(note))
        {
            _waiting.Enqueue(note);
        }

        return label;
    }

    /// <summary>What the mark of a note says; empty where there is none.</summary>
    public string MarkOf(BookNote note) => _marks.GetValueOrDefault(note, "");

    /// <summary>The next note that is to be written; null where there is none.</summary>
    public BookNote? Next() => _waiting.TryDequeue(out var note) ? note : null;

    /// <summary>Whether a note belongs into the chapter, and nothing refers to it.</summary>
    public bool IsLost(BookNote note) => IsWrittenHere(note) && !_labels.ContainsKey(note);

    // In one document a note is written once.
    private bool IsWrittenHere(BookNote note) => book.Layout == BookLayout.Chapters || note.Users[0] == path;

    private string Free(string text)
    {
        var digits = text.Trim('[', ']', '(', ')', '.', ' ');
        if (digits.Length is > 0 and <= 5 && digits.All(char.IsAsciiDigit) && !_taken.Contains(digits))
        {
            return digits;
        }

        for (var i = _taken.Count + 1; ; i++)
        {
            var number = i.ToString(CultureInfo.InvariantCulture);
            if (!_taken.Contains(number))
            {
                return number;
            }
        }
    }
}
