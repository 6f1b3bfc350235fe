using System.Globalization;
using FastMd.Engine.Pipeline;

namespace FastMd.Parallel.Soaking;

/// <summary>What a soak has seen.</summary>
internal sealed class Tally
{
    private readonly SortedDictionary<Consumer, int> _consumers = [];
    private readonly SortedDictionary<ConversionStatus, long> _statuses = [];
    private long _admitted;
    private long _untaken;
    private long _retried;
    private long _decisions;

    public int Batches { get; private set; }

    public void Add(Consumer consumer, int admitted, IReadOnlyCollection<ConversionResult> results, int decisions)
    {
        Batches++;
        _admitted += admitted;
        _untaken += admitted - results.Count;
        _retried += results.Count(result => result.Attempts > 1);
        _decisions += decisions;
        _consumers[consumer] = _consumers.GetValueOrDefault(consumer) + 1;
        foreach (var result in results)
        {
            _statuses[result.Status] = _statuses.GetValueOrDefault(result.Status) + 1;
        }
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        {Batches} batches ({string.Join(", ", _consumers.Select(pair => $"{pair.Key} {pair.Value}"))}), {_admitted} documents admitted:
        {string.Join(", ", _statuses.Select(pair => $"{pair.Key} {pair.Value}"))}, done but not taken by those who stopped early {_untaken};
        {_retried} took more than one try, the number of workers changed {_decisions} times.
        """);
}
