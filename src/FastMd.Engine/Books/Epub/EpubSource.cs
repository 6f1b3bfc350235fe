using System.Diagnostics.CodeAnalysis;
using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Sources;

namespace FastMd.Engine.Books.Epub;

/// <summary>Books in EPUB 2 and 3: a document of Markdown for each chapter, or one for all.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The semaphore holds no handle, and a chapter that was given up may come back late.")]
public sealed class EpubSource : ContainerSource
{
    /// <summary>The document that lists the chapters.</summary>
    public const string IndexName = "index.md";

    // What text a book holds is not known before it is read; of most of a large one it is images.
    private const long MostWork = 8 * 1024 * 1024;

    private readonly EpubOptions _options;
    private readonly SemaphoreSlim _slots;
    private readonly BookCache _books = new();

    /// <summary>Books, read in a way.</summary>
    /// <param name="options">The way.</param>
    public EpubSource(EpubOptions? options = null)
    {
        _options = options ?? new();
        _slots = new(_options.OpenBooks);
    }

    /// <inheritdoc/>
    public override string Name => "epub";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Extensions { get; } = [".epub"];

    /// <inheritdoc/>
    public override string Identity => $"{Name} ({_options.Layout})";

    /// <inheritdoc/>
    public override long? MaximumBytes => _options.MaximumFileBytes;

    /// <inheritdoc/>
    public override long WorkOf(long length) => Math.Min(length, MostWork);

    /// <inheritdoc/>
    public override string Missing(string part) => $"<!-- chapter {part} could not be read -->\n";

    /// <inheritdoc/>
    public override bool JoinsParts => _options.Layout == BookLayout.Single;

    /// <inheritdoc/>
    internal override bool IsFormatted => true;

    /// <inheritdoc/>
    public override IReadOnlyList<SourcePart> PartsOf(ContainerFile file, CancellationToken cancellation)
        => With(
            file,
            (book, _) =>
            {
                var parts = book.Parts.Select(static part => new SourcePart(part.Name, part.Length));
                return (IReadOnlyList<SourcePart>)[.. JoinsParts ? parts : parts.Prepend(new SourcePart(IndexName, 0))];
            },
            cancellation);

    /// <inheritdoc/>
    public override SourceText Read(ContainerFile file, string part, TextDecoder decoder, CancellationToken cancellation)
        => With(
            file,
            (book, archive) =>
            {
                var prefix = JoinsParts ? EpubPath.Encoded(Path.GetFileNameWithoutExtension(file.Path)) + "/" : "";
                var index = book.IndexOf(archive, cancellation);
                if (part == IndexName && !JoinsParts)
                {
                    return IndexPage.Of(book, index, prefix);
                }

                return book.PartCalled(part) is { } found
                    ? new ChapterReader(book, index, archive, prefix, cancellation).Read(found)
                    : throw EpubFailure.Unreadable($"The book has no chapter '{part}'");
            },
            cancellation);

    /// <inheritdoc/>
    public override IReadOnlyList<string> AssetsOf(ContainerFile file, CancellationToken cancellation)
        => With(file, (book, archive) => (IReadOnlyList<string>)[.. book.IndexOf(archive, cancellation).Files.Values], cancellation);

    /// <inheritdoc/>
    public override void Extract(ContainerFile file, string asset, Stream output, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(output);
        With(
            file,
            (book, archive) =>
            {
                var path = book.IndexOf(archive, cancellation).Files.FirstOrDefault(each => each.Value == asset).Key ?? throw EpubFailure.Unreadable($"The book has no file '{asset}'");
                archive.Copy(path, output, cancellation);
                return true;
            },
            cancellation);
    }

    private T With<T>(ContainerFile file, Func<EpubBook, EpubArchive, T> use, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        _slots.Wait(cancellation);
        try
        {
            var unpacked = new UnpackedBytes();
            var book = _books.Get(file, () =>
            {
                using var first = EpubArchive.Open(file.Content, _options, unpacked);
                return EpubBook.Read(first, _options.Layout, unpacked, cancellation);
            });
            using var archive = EpubArchive.Open(file.Content, _options, book.Unpacked);
            return use(book, archive);
        }
        finally
        {
            _slots.Release();
        }
    }
}
