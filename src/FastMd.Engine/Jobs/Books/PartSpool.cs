using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline.Executing;

namespace FastMd.Engine.Jobs.Books;

/// <summary>
/// Keeps the texts of parts that were read, until their book is done: a run that is killed loses the parts in hand and no others. They lie in the state
/// folder of the destination.
/// </summary>
/// <param name="folder">Absolute path of the folder.</param>
/// <param name="identity">What the texts depend on besides their files.</param>
internal sealed class PartSpool(string folder, string identity)
{
    private const string Name = "parts";

    /// <summary>The spool of a job; null where it keeps no build state.</summary>
    public static PartSpool? Of(JobOptions options)
        => options is { Incremental: true, DryRun: false, ChecksLinks: false, Destination: { } destination }
            ? new(Path.Combine(destination, ReservedFolders.State, Name), $"{JobFingerprint.Engine.Value.Hex}\n{options.Reading.Sources}")
            : null;

    /// <summary>What is kept of a book.</summary>
    /// <param name="path">Absolute path of the book.</param>
    /// <param name="facts">What is known of its content.</param>
    public BookSpool Open(string path, SourceFacts facts) => new(Path.Combine(folder, KeyOf(path)), ContentHash.Of($"{identity}\n{facts.Bytes} {facts.Hash.Hex}"));

    /// <summary>A book is done: nothing of it is kept.</summary>
    public void Remove(string path) => OwnFolder.Delete(Path.Combine(folder, KeyOf(path)));

    /// <summary>All is done: what is left is of books that are gone.</summary>
    public void Clear() => OwnFolder.Delete(folder);

    private static string KeyOf(string path) => ContentHash.Of(path).Hex;
}

/// <summary>The parts of one book that were read.</summary>
/// <param name="folder">Absolute path of their folder.</param>
/// <param name="key">Tells texts of this content, read in this way.</param>
internal sealed class BookSpool(string folder, ContentHash key)
{
    /// <summary>The text of a part; null where it was not read yet, or was not written whole.</summary>
    public SourceText? TryRead(string part)
    {
        try
        {
            return PartRecord.Read(File.ReadAllBytes(PathOf(part)), key);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Keeps the text of a part, if it can be.</summary>
    public void Write(string part, SourceText text)
    {
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(PathOf(part), PartRecord.Write(text, key));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The next run reads it again.
        }
    }

    private string PathOf(string part) => Path.Combine(folder, part.Replace('/', '-'));
}
