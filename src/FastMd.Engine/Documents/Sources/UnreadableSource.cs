namespace FastMd.Engine.Documents.Sources;

/// <summary>A kind of source that is known and cannot be read: its files are told, and not taken for text.</summary>
/// <param name="name">Its name.</param>
/// <param name="extension">Extension of its files, with its dot.</param>
/// <param name="reason">Why it cannot be read, in words that end a sentence.</param>
internal sealed class UnreadableSource(string name, string extension, string reason) : ContainerSource
{
    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Extensions { get; } = [extension];

    /// <inheritdoc/>
    public override IReadOnlyList<SourcePart> PartsOf(ContainerFile file, CancellationToken cancellation) => throw Refusal();

    /// <inheritdoc/>
    public override SourceText Read(ContainerFile file, string part, TextDecoder decoder, CancellationToken cancellation) => throw Refusal();

    private DocumentException Refusal() => new(Diagnostic.Error(DiagnosticCodes.SourceUnreadable, $"The file cannot be read: {reason}."));
}
