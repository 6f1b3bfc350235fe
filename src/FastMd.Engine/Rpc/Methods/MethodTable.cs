using FastMd.Engine.Rpc.Caching;
using FastMd.Engine.Rpc.Wire;

namespace FastMd.Engine.Rpc.Methods;

/// <summary>A method.</summary>
/// <param name="Run">Does what a request asks for.</param>
/// <param name="BeginsInOrder">Whether it begins before the next message is read, on the thread that reads: then it is quick to its first wait.</param>
internal sealed record Method(Func<RpcRequest, Task<RpcAnswer>> Run, bool BeginsInOrder = false);

/// <summary>The methods there are.</summary>
internal sealed class MethodTable
{
    private readonly RpcMetrics _metrics;
    private readonly Dictionary<string, Method> _methods;

    public MethodTable(
        RpcMetrics metrics, SessionMethods session, TransformMethods transform, TextMethods text, CacheMethods cache, StateMethods state)
    {
        _metrics = metrics;
        _methods = new(StringComparer.Ordinal)
        {
            ["initialize"] = new(request => session.InitializeAsync(request, Names), BeginsInOrder: true),
            ["ping"] = new(SessionMethods.PingAsync),
            ["configure"] = new(session.ConfigureAsync, BeginsInOrder: true),
            ["transform"] = new(transform.TransformAsync),
            ["transformBatch"] = new(transform.TransformBatchAsync, BeginsInOrder: true),
            ["cancelBatch"] = new(TransformMethods.CancelBatchAsync, BeginsInOrder: true),
            ["normalize"] = new(TextMethods.NormalizeAsync),
            ["computeDigest"] = new(text.ComputeDigestAsync),
            ["cache.get"] = new(cache.GetAsync),
            ["cache.set"] = new(cache.SetAsync),
            ["cache.delete"] = new(cache.DeleteAsync),
            ["cache.clear"] = new(cache.ClearAsync),
            ["cache.stats"] = new(cache.StatsAsync),
            ["metrics"] = new(state.MetricsAsync),
            ["health"] = new(state.HealthAsync),
            ["shutdown"] = new(SessionMethods.ShutdownAsync, BeginsInOrder: true),
        };
    }

    /// <summary>Their names.</summary>
    public IReadOnlyCollection<string> Names => _methods.Keys;

    /// <summary>The method of a name; null where there is none.</summary>
    public Method? Find(string name) => _methods.GetValueOrDefault(name);

    /// <summary>A line was no request, or one that is refused.</summary>
    public void CountRefusal() => _metrics.Refused();

    /// <summary>Runs a request; gives what it is answered with, which is an error where it fails.</summary>
    public async Task<RpcAnswer> RunAsync(Method method, RpcRequest request)
    {
        try
        {
            var answer = await method.Run(request).ConfigureAwait(false);
            _metrics.AnsweredWith(error: null);
            return answer;
        }
        catch (Exception failure)
        {
            var error = ErrorOf(failure);
            _metrics.AnsweredWith(error.Code);
            return RpcAnswer.Of(error);
        }
    }

    private static RpcException ErrorOf(Exception failure) => failure switch
    {
        RpcException known => known,
        OperationCanceledException => new(RpcErrors.Cancelled, "The request was cancelled."),
        CacheException cache => new(RpcErrors.CacheFailed, cache.Message, innerException: cache),
        IOException or UnauthorizedAccessException => new(RpcErrors.FileFailed, failure.Message, innerException: failure),
        _ => new(RpcErrors.InternalError, $"{failure.GetType().Name}: {failure.Message} Please report it, with the request if you can.", innerException: failure),
    };
}
