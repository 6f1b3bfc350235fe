using FastMd.Engine.Documents;

namespace FastMd.Engine.Jobs.Books;

/// <summary>The folder that worker processes put images of books in, until the job takes them: the state folder of the destination is theirs to write to.</summary>
internal static class ImageSpool
{
    /// <summary>Name of the folder, and of that in the outputs.</summary>
    public const string Name = "images";

    /// <summary>The folder, in a destination.</summary>
    public static string In(string destination) => Path.Combine(destination, ReservedFolders.State, Name);

    /// <summary>The folder of a book, in a destination.</summary>
    /// <param name="destination">Absolute path of the destination.</param>
    /// <param name="book">Absolute path of the book.</param>
    public static string Of(string destination, string book) => Path.Combine(In(destination), ContentHash.Of(book).Hex);

    /// <summary>All is done: what is left is of books that are gone.</summary>
    public static void Clear(string destination) => OwnFolder.Delete(In(destination));
}
