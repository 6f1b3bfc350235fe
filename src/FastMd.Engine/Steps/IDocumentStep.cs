namespace FastMd.Engine.Steps;

/// <summary>What is done with a document between its conversion and its output. Called by many threads at once.</summary>
internal interface IDocumentStep
{
    /// <summary>Makes the output of what a document was converted to.</summary>
    /// <param name="input">The converted document.</param>
    /// <param name="cancellation">Cancelled when the document is given up: the step ends at once then, and ends what it started.</param>
    /// <returns>The output, UTF-8.</returns>
    /// <exception cref="Documents.DocumentException">There is none, for a known reason.</exception>
    /// <exception cref="OperationCanceledException">The document was given up.</exception>
    ReadOnlyMemory<byte> Run(StepInput input, CancellationToken cancellation);
}

/// <summary>A converted document, and where it comes from.</summary>
/// <param name="Content">What it was converted to, UTF-8.</param>
internal sealed record StepInput(ReadOnlyMemory<byte> Content)
{
    /// <summary>Absolute path of its source; empty where it is no file.</summary>
    public string SourcePath { get; init; } = "";

    /// <summary>Its path below the tree's root, with slashes; empty where it is no file.</summary>
    public string Name { get; init; } = "";

    /// <summary>What it was converted to: <c>html</c>, <c>js</c>, <c>context</c> or <c>markdown</c>.</summary>
    public string Target { get; init; } = "";

    /// <summary>The extension of such outputs, with its dot.</summary>
    public string Extension { get; init; } = "";
}
