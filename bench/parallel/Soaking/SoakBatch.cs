using FastMd.Engine.Batching;
using FastMd.Engine.Documents;
using FastMd.Engine.Markdown;
using FastMd.Engine.Pipeline;

namespace FastMd.Parallel.Soaking;

/// <summary>One batch in which everything is a matter of luck, but of the same luck for the same seed.</summary>
internal sealed class SoakBatch : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Nap = TimeSpan.FromMilliseconds(1);

    private readonly Random _random;
    private readonly SoakTree _tree;
    private readonly BatchOptions _options;
    private readonly Consumer _consumer;
    private readonly FaultyExecutor _executor;
    private readonly ManualResetEventSlim _release = new();
    private readonly MoodyProbe _probe;
    private int _admitted;

    public SoakBatch(int seed, Workspace workspace)
    {
        _random = new(seed);
        _probe = new(seed);
        _tree = SoakTree.Write(workspace, _random);
        _consumer = (Consumer)_random.Next(Enum.GetValues<Consumer>().Length);
        _options = new()
        {
            Workers = _random.Next(1, 6),
            Parallel = _random.Next(10) > 0,
            Ordered = _random.Next(3) > 0,
            ResultSlots = _random.Next(2, 200),
            WorkingBytes = _random.Next(100_000, 20_000_000),
            BatchSize = _random.Next(3) * 5,
            TimeLimit = TimeSpan.FromMilliseconds(_random.Next(40, 200)),
            CancellationGrace = TimeSpan.FromMilliseconds(_random.Next(100)),
            MaximumStuckWorkers = _random.Next(3, 10),
            Retries = new() { FirstDelay = TimeSpan.FromMilliseconds(_random.Next(1, 10)) },
            Tiers = new()
            {
                BoundsMB = [1, 2, 50, 200],
                Limits = [0, _random.Next(3), 1, 0, 0],
            },
            Scaling = _random.Next(2) == 0 ? new() { CpuLimit = _random.Next(2) == 0 ? 0.5 : null } : null,
        };
        _executor = new(
            Documents.ToFiles(_tree.Output, new TextDecoder("utf-8", strict: _random.Next(2) == 0), SoakTree.MaximumLength - 1),
            _tree.Faults,
            _release);
    }

    private bool EndsEarly => _consumer is Consumer.Cancels or Consumer.StopsEarly;

    /// <summary>Runs it; adds what became of its documents to the counts. Says what is wrong with the books, if anything is.</summary>
    public string? Run(Tally tally)
    {
        var books = new Ledger();
        var results = new List<ConversionResult>();
        using (var host = new CancellationTokenSource())
        using (var session = new BatchSession(_options, _executor, books, new HastyTime(), host.Token, () => _probe))
        {
            if (_consumer == Consumer.Cancels)
            {
                host.CancelAfter(_random.Next(60));
            }

            if (Drive(session, results) is { } fault)
            {
                return fault;
            }
        }

        // Who was given up comes back now, and must not be heard of again.
        _release.Set();
        if (!SpinWait.SpinUntil(() => _executor.Inside == 0, Patience))
        {
            return "a thread is still at a document";
        }

        tally.Add(_consumer, _admitted, results, books.Decisions);
        return Discrepancy(books, results);
    }

    public void Dispose() => _release.Dispose();

    private string? Drive(BatchSession session, List<ConversionResult> results)
    {
        var stopAfter = _consumer == Consumer.StopsEarly ? _random.Next(_tree.Documents.Count) : int.MaxValue;
        var deadline = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        var isClosed = false;
        while (!session.IsCompleted && results.Count < stopAfter)
        {
            isClosed = isClosed || Feed(session);
            while (results.Count < stopAfter && session.TryTake(out var result))
            {
                results.Add(result);
                if (_consumer == Consumer.TakesItsTime && result.Index % 16 == 0)
                {
                    Thread.Sleep(Nap);
                }
            }

            var load = session.Load;
            if (load.WorkingBytes > _options.WorkingBytes || load.ResultSlots > _options.ResultSlots)
            {
                return $"over budget: {load}";
            }

            if (Environment.TickCount64 > deadline)
            {
                return $"no end in sight: {load}";
            }

            session.Wait(Nap);
        }

        return null;
    }

    /// <summary>Admits what there is room for; says whether that was all, or the batch was cancelled.</summary>
    private bool Feed(BatchSession session)
    {
        try
        {
            while (_admitted < _tree.Documents.Count)
            {
                if (!session.TryAdmit(_tree.Documents[_admitted]))
                {
                    return false;
                }

                _admitted++;
            }
        }
        catch (OperationCanceledException) when (_consumer == Consumer.Cancels)
        {
            return true;
        }

        session.CompleteAdding();
        return true;
    }

    private string? Discrepancy(Ledger books, IReadOnlyList<ConversionResult> results)
    {
        var admitted = Enumerable.Range(0, _admitted).Select(index => (long)index).ToHashSet();
        var emitted = results.Select(result => result.Index).ToArray();
        return !admitted.SetEquals(books.Outcomes.Keys) ? $"{admitted.Count} documents were admitted, {books.Outcomes.Count} had an outcome"
            : books.Outcomes.Values.Any(count => count != 1) ? "a document had two outcomes"
            : emitted.Distinct().Count() != emitted.Length ? "a result came twice"
            : _consumer != Consumer.StopsEarly && !admitted.SetEquals(emitted) ? $"{admitted.Count} documents were admitted, {emitted.Length} results came"
            : !EndsEarly && _admitted != _tree.Documents.Count ? "not all documents were admitted"
            : _options.Ordered && !emitted.SequenceEqual(emitted.Order()) ? "results came out of order"
            : results.Select(Misfit).FirstOrDefault(misfit => misfit is not null) ?? StrangerAmongOutputs(results);
    }

    /// <summary>What is wrong with one result.</summary>
    private string? Misfit(ConversionResult result)
    {
        var fault = _tree.Faults[(int)result.Index];
        var isConverted = result.Status == ConversionStatus.Converted;
        var mayBe = fault switch
        {
            _ when result.Status == ConversionStatus.Cancelled => _consumer == Consumer.Cancels,
            _ when result.Diagnostics.Any(diagnostic => diagnostic.Code == DiagnosticCodes.WorkersExhausted) => true,
            Fault.None or Fault.Transient or Fault.RateLimited or Fault.BrokenOnce => result.Status is ConversionStatus.Converted or ConversionStatus.TimedOut,
            Fault.InvalidBytes => true,
            Fault.Endless or Fault.EndlessUntilTold => result.Status == ConversionStatus.TimedOut,
            _ => result.Status is ConversionStatus.Failed or ConversionStatus.TimedOut,
        };
        return !mayBe ? $"document {result.Index} ({fault}) was {result.Status}: {string.Join(' ', result.Diagnostics.Select(diagnostic => diagnostic.Message))}"
            : File.Exists(result.OutputPath) != isConverted ? $"document {result.Index} was {result.Status}, its output {(isConverted ? "is not" : "is")} there"
            : null;
    }

    /// <summary>Nothing but outputs of documents may lie in the destination, least of all something half-written.</summary>
    private string? StrangerAmongOutputs(IReadOnlyList<ConversionResult> results)
    {
        var outputs = _tree.Documents.Select(document => document.OutputPath!).ToHashSet(StringComparer.Ordinal);
        var files = Directory.GetFileSystemEntries(_tree.Output);
        var expected = results.Count(result => result.Status == ConversionStatus.Converted);
        return files.FirstOrDefault(file => !outputs.Contains(file)) is { } stranger ? $"'{stranger}' is no output"
            : !EndsEarly && files.Length != expected ? $"{expected} documents were converted, {files.Length} outputs are there"
            : null;
    }
}
