using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace FastMd.Engine.ExternalLinks;

/// <summary>
/// Asks the web whether links are alive: by HEAD, and by GET where a server refuses that. Requests at once are bounded, in all and for each host; a
/// server that asks for a retry later is asked later.
/// </summary>
/// <param name="options">How they are checked.</param>
/// <param name="handler">Sends requests; the network's where it is null.</param>
/// <param name="time">The clock; the system's where it is null.</param>
internal sealed class ExternalLinkChecker(ExternalLinkOptions options, HttpMessageHandler? handler = null, TimeProvider? time = null) : IDisposable
{
    private const int MostRedirects = 10;

    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly HttpClient _client = NewClient(handler ?? new SocketsHttpHandler
    {
        MaxAutomaticRedirections = MostRedirects,
        MaxConnectionsPerServer = options.MostRequestsPerHost,
        AutomaticDecompression = DecompressionMethods.All,
    });

    private readonly ConcurrentDictionary<string, SemaphoreSlim> _hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly ExternalLinkCache _cache = new(options, time ?? TimeProvider.System);

    /// <summary>Whether a URL is one that the web can be asked about.</summary>
    public static bool IsExternal(string url)
        => url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    /// <summary>What is asked for, for a link: it without its fragment.</summary>
    public static string Address(string url) => url.IndexOf('#', StringComparison.Ordinal) is >= 0 and var fragment ? url[..fragment] : url;

    /// <summary>Checks links.</summary>
    /// <param name="urls">The addresses, each once.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Those that are dead, as they are found, and why.</returns>
    public async IAsyncEnumerable<(string Url, string Problem)> CheckAsync(
        IReadOnlyCollection<string> urls, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var dead = Channel.CreateBounded<(string, string)>(options.MostRequests);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var checking = CheckAllAsync(urls, dead.Writer, stopping.Token);
        try
        {
            await foreach (var found in dead.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
            {
                yield return found;
            }
        }
        finally
        {
            await stopping.CancelAsync().ConfigureAwait(false);
            await checking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Writes the cache file.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void SaveCache() => _cache.Save();

    public void Dispose() => _client.Dispose();

    private static HttpClient NewClient(HttpMessageHandler handler)
    {
        var client = new HttpClient(handler) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };

        // Some servers turn away what says nothing of itself.
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (compatible; fastmd link check)");
        client.DefaultRequestHeaders.Accept.ParseAdd("*/*");
        return client;
    }

    private async Task CheckAllAsync(IReadOnlyCollection<string> urls, ChannelWriter<(string, string)> dead, CancellationToken cancellation)
    {
        try
        {
            await Parallel.ForEachAsync(
                InTurns(urls),
                new ParallelOptions { MaxDegreeOfParallelism = options.MostRequests, CancellationToken = cancellation },
                async (url, token) =>
                {
                    if (await ProblemOfAsync(url, token).ConfigureAwait(false) is { } problem)
                    {
                        await dead.WriteAsync((url, problem), token).ConfigureAwait(false);
                    }
                }).ConfigureAwait(false);
            dead.Complete();
        }
        catch (Exception failed)
        {
            dead.Complete(failed);
            throw;
        }
    }

    /// <summary>One of each host, then the next of each: a host with many links does not hold up the others.</summary>
    private static IEnumerable<string> InTurns(IReadOnlyCollection<string> urls)
        => urls
            .GroupBy(static url => Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Authority : "", StringComparer.OrdinalIgnoreCase)
            .SelectMany(static host => host.Select(static (url, turn) => (Url: url, Turn: turn)))
            .OrderBy(static entry => entry.Turn)
            .Select(static entry => entry.Url);

    private async Task<string?> ProblemOfAsync(string url, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
        {
            return "it is no valid address";
        }

        if (_cache.IsGood(url))
        {
            return null;
        }

        var host = _hosts.GetOrAdd(address.Authority, _ => new(options.MostRequestsPerHost));
        await host.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var (problem, mayBeMethod) = await AskAsync(HttpMethod.Head, address, cancellation).ConfigureAwait(false);
            if (mayBeMethod)
            {
                (problem, _) = await AskAsync(HttpMethod.Get, address, cancellation).ConfigureAwait(false);
            }

            if (problem is null)
            {
                _cache.Add(url);
            }

            return problem;
        }
        finally
        {
            host.Release();
        }
    }

    /// <summary>
    /// Asks once, and again where the server wants that; gives no problem where it is fine. A problem may be the method's: not where nobody
    /// answered, nor where a server has enough of requests.
    /// </summary>
    private async Task<(string? Problem, bool MayBeMethod)> AskAsync(HttpMethod method, Uri address, CancellationToken cancellation)
    {
        for (var retries = 0; ; retries++)
        {
            using var timeout = new CancellationTokenSource(options.Timeout, _time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
            TimeSpan delay;
            try
            {
                using var request = new HttpRequestMessage(method, address);
                using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
                var status = (int)response.StatusCode;
                if (response.IsSuccessStatusCode || options.AllowedStatus.Contains(status))
                {
                    return (null, false);
                }

                var isBusy = response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable;
                if (!isBusy || DelayOf(response) is not { } wanted || wanted > options.LongestRetryDelay || retries >= options.Retries)
                {
                    return (string.Create(CultureInfo.InvariantCulture, $"the server answers {status} {response.ReasonPhrase}").TrimEnd(), !isBusy);
                }

                delay = wanted;
            }
            catch (HttpRequestException failed)
            {
                return ($"it cannot be reached: {failed.Message}", !IsUnreachable(failed));
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                return (string.Create(CultureInfo.InvariantCulture, $"the server did not answer within {options.Timeout.TotalSeconds:0.#} seconds"), false);
            }

            await Task.Delay(delay, _time, cancellation).ConfigureAwait(false);
        }
    }

    private static bool IsUnreachable(HttpRequestException failed)
        => failed.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private TimeSpan? DelayOf(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - _time.GetUtcNow() is var until && until > TimeSpan.Zero ? until : TimeSpan.Zero,
        _ => null,
    };
}
