namespace FastMd.Engine.Pipeline.Executing;

/// <summary>Reads and converts documents, here or in another process. Writes nothing. Called by many threads at once.</summary>
internal interface IDocumentExecutor
{
    /// <summary>How many documents each of its workers has in hand, of which it is at one.</summary>
    int InHandPerWorker => 1;

    /// <summary>Reads and converts a document.</summary>
    /// <param name="work">What is to be done.</param>
    /// <param name="execution">The attempt that it is part of.</param>
    /// <exception cref="Documents.DocumentException">It cannot be converted, for a known reason.</exception>
    /// <exception cref="OperationCanceledException">The attempt was abandoned.</exception>
    ExecutedDocument Execute(DocumentWork work, IExecution execution);
}

/// <summary>What an executor knows of the attempt that it works for.</summary>
internal interface IExecution
{
    /// <summary>Cancelled when the attempt is abandoned.</summary>
    CancellationToken Cancellation { get; }

    /// <summary>Stops the clock of the attempt while the document waits for its turn elsewhere: time limits are for what is being done.</summary>
    void Pause();

    /// <summary>Lets the clock run on.</summary>
    void Resume();

    /// <summary>Bytes of memory that a document may need without asking for them: so few that asking would cost more than it saves.</summary>
    long FreeMemory { get; }

    /// <summary>Waits until there is memory for a document that was read.</summary>
    /// <param name="length">Its size in bytes.</param>
    /// <param name="need">Bytes of memory that it is expected to need.</param>
    /// <exception cref="Documents.DocumentException">It needs more than there may ever be.</exception>
    /// <exception cref="OperationCanceledException">The attempt was abandoned.</exception>
    void TakeMemory(long length, long need);
}
