using FastMd.Engine.Documents;

namespace FastMd.Engine.Books.Epub;

/// <summary>Why a book is refused.</summary>
internal static class EpubFailure
{
    public static DocumentException Unreadable(string what, Exception? inner = null)
        => new(Diagnostic.Error(DiagnosticCodes.BookUnreadable, $"{what}; get the book again, or have it repaired by the program that made it."), inner);

    public static DocumentException Protected()
        => new(Diagnostic.Error(DiagnosticCodes.BookProtected, "The book is protected by digital rights management, and its text is encrypted; get it without protection from where it was bought."));

    public static DocumentException OverLimit(string what)
        => new(Diagnostic.Error(DiagnosticCodes.BookOverLimit, $"{what}; if the book is to be trusted, raise the limit, or divide it."));
}
