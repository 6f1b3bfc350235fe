namespace FastMd.Engine.Steps;

/// <summary>A step that a door brings along.</summary>
/// <param name="run">What is done.</param>
internal sealed class DelegateStep(Func<StepInput, CancellationToken, ReadOnlyMemory<byte>> run) : IDocumentStep
{
    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Run(StepInput input, CancellationToken cancellation) => run(input, cancellation);
}
