using FastMd.Engine.Context.Tree;

namespace FastMd.Engine.Books.Html;

/// <summary>What the conversion of a document asks about what is around it: where links lead, which files are there, what is a note.</summary>
internal interface IMarkupContext
{
    /// <summary>The address that a link is written with; null where it leads to nothing, and its text alone is kept.</summary>
    string? LinkTo(string address);

    /// <summary>The address of a file to be shown or played; null where it is missing.</summary>
    string? FileAt(string address);

    /// <summary>The id that is to be written where an element with an id begins; null where nothing leads there.</summary>
    string? AnchorOf(string id);

    /// <summary>The label of the note that a link refers to; null where it is an ordinary link.</summary>
    /// <param name="link">The link.</param>
    /// <param name="saysMore">Whether its text says more than that there is a note.</param>
    string? NoteOf(MarkupElement link, out bool saysMore);

    /// <summary>Whether an element is a note that is written elsewhere, or what leads back from a note.</summary>
    bool IsLeftOut(MarkupElement element);

    /// <summary>How an element looks, by its classes.</summary>
    TextLook LookOf(MarkupElement element);

    /// <summary>The title that takes the place of a heading without words; null to keep the heading as it is.</summary>
    HeadingNode? TitleFor(MarkupElement heading, List<Node> text);

    /// <summary>Takes note of what could not be kept.</summary>
    void Lost(string message);

    /// <summary>Stops where nobody waits for the document any more.</summary>
    void ThrowIfCancelled();
}

/// <summary>What style sheets say of a class, as far as Markdown has a mark for it.</summary>
[Flags]
internal enum TextLook
{
    None = 0,
    Italic = 1,
    Bold = 2,

    /// <summary>It begins a line.</summary>
    Block = 4,

    /// <summary>Its items have no marks.</summary>
    NoMarks = 8,

    /// <summary>It stands away from the text that it is written in.</summary>
    Apart = 16,
}
