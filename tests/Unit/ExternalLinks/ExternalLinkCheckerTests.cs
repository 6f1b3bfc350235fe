using System.Collections.Concurrent;
using System.Globalization;
using FastMd.Engine.ExternalLinks;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.ExternalLinks;

public sealed class ExternalLinkCheckerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(200, null)]
    [InlineData(204, null)]
    [InlineData(404, "404")]
    [InlineData(500, "500")]
    public async Task The_status_of_the_answer_decides(int status, string? problem)
    {
        using var server = new LinkServer((_, response) => response.StatusCode = status);

        var dead = await Check(new(), server.Address + "a");

        Assert.Equal(problem is null ? 0 : 1, dead.Count);
        Assert.All(dead, found => Assert.Contains(problem!, found.Problem, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_HEAD_is_refused_GET_is_asked()
    {
        using var server = new LinkServer((request, response) => response.StatusCode = request.HttpMethod == "HEAD" ? 405 : 200);

        Assert.Empty(await Check(new(), server.Address + "a"));
        Assert.Equal(["HEAD /a", "GET /a"], server.Requests);
    }

    [Fact]
    public async Task Redirects_are_followed()
    {
        using var server = new LinkServer((request, response) =>
        {
            if (request.RawUrl == "/a")
            {
                response.Redirect("/b");
            }
            else
            {
                response.StatusCode = request.RawUrl == "/b" ? 200 : 404;
            }
        });

        Assert.Empty(await Check(new(), server.Address + "a"));
        Assert.Equal(["HEAD /a", "HEAD /b"], server.Requests);
    }

    [Fact]
    public async Task Allowed_status_codes_are_fine()
    {
        using var server = new LinkServer((_, response) => response.StatusCode = 403);

        Assert.Empty(await Check(new() { AllowedStatus = new HashSet<int> { 403 } }, server.Address + "a"));
        Assert.Single(await Check(new(), server.Address + "a"));
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_dead()
        => Assert.Contains("cannot be reached", Assert.Single(await Check(new(), $"http://localhost:{LinkServer.FreePort()}/")).Problem, StringComparison.Ordinal);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_server_that_asks_for_a_retry_is_asked_again_when_it_says(bool isDate)
    {
        var time = new FakeTimeProvider(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var asked = 0;
        using var server = new LinkServer((_, response) =>
        {
            if (Interlocked.Increment(ref asked) == 1)
            {
                response.StatusCode = 429;
                response.AddHeader("Retry-After", isDate ? time.GetUtcNow().AddSeconds(30).ToString("R", CultureInfo.InvariantCulture) : "30");
            }
        });

        var checking = Check(new() { Timeout = TimeSpan.FromDays(40) }, time, server.Address + "a");
        while (!checking.IsCompleted)
        {
            // The checker waits by this clock, from a moment on that only it knows.
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Empty(await checking);
        Assert.Equal(["HEAD /a", "HEAD /a"], server.Requests);
        Assert.True(time.GetUtcNow() >= new DateTimeOffset(2026, 1, 1, 0, 0, 30, TimeSpan.Zero));
    }

    [Fact]
    public async Task A_retry_later_than_anyone_waits_is_not_waited_for()
    {
        using var server = new LinkServer((_, response) =>
        {
            response.StatusCode = 503;
            response.AddHeader("Retry-After", "86400");
        });

        Assert.Contains("503", Assert.Single(await Check(new(), server.Address + "a")).Problem, StringComparison.Ordinal);
        Assert.Equal(["HEAD /a"], server.Requests);
    }

    [Fact]
    public async Task A_server_that_breaks_off_at_HEAD_is_asked_by_GET()
    {
        using var handler = new FakeHandler((method, _) => method == HttpMethod.Head
            ? Task.FromException(new HttpRequestException(HttpRequestError.ResponseEnded))
            : Task.CompletedTask);

        Assert.Empty(await Check(new(), null, handler, "http://a.example/"));
        Assert.Equal([HttpMethod.Head, HttpMethod.Get], handler.Methods);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_in_time_is_asked_once()
    {
        var time = new FakeTimeProvider();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var handler = new FakeHandler((_, cancellation) =>
        {
            asked.SetResult();
            return Task.Delay(Timeout.Infinite, cancellation);
        });

        var checking = Check(new() { Timeout = TimeSpan.FromSeconds(20) }, time, handler, "http://a.example/");
        await asked.Task;
        time.Advance(TimeSpan.FromSeconds(20));

        Assert.Contains("within 20 seconds", Assert.Single(await checking).Problem, StringComparison.Ordinal);
        Assert.Single(handler.Methods);
    }

    [Fact]
    public async Task Who_cannot_be_reached_is_asked_once()
    {
        using var handler = new FakeHandler((_, _) => Task.FromException(new HttpRequestException(HttpRequestError.NameResolutionError)));

        Assert.Single(await Check(new(), null, handler, "http://a.example/"));
        Assert.Single(handler.Methods);
    }

    [Fact]
    public async Task Requests_to_one_host_at_once_are_bounded()
    {
        // Nobody is answered until two are there: fewer at once would wait for ever.
        var two = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = 0;
        using var server = new LinkServer(async (_, response) =>
        {
            if (Interlocked.Increment(ref asked) == 2)
            {
                two.SetResult();
            }

            await two.Task.WaitAsync(TestContext.Current.CancellationToken);
            response.StatusCode = 200;
        });

        Assert.Empty(await Check(new() { MostRequestsPerHost = 2 }, [.. Enumerable.Range(0, 20).Select(i => $"{server.Address}{i}")]));
        Assert.Equal(20, server.Requests.Count);
        Assert.Equal(2, server.MostAtOnce);
    }

    [Fact]
    public async Task Requests_to_all_hosts_at_once_are_bounded()
    {
        var (atOnce, most) = (0, 0);
        var counting = new Lock();
        var three = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var handler = new FakeHandler(async (_, cancellation) =>
        {
            lock (counting)
            {
                most = Math.Max(most, ++atOnce);
            }

            if (most >= 3)
            {
                three.TrySetResult();
            }

            await three.Task.WaitAsync(cancellation);
            lock (counting)
            {
                atOnce--;
            }
        });

        Assert.Empty(await Check(new() { MostRequests = 3 }, null, handler, [.. Enumerable.Range(0, 20).Select(i => $"http://{i}.example/")]));
        Assert.Equal(3, most);
    }

    [Fact]
    public async Task What_answered_well_is_not_asked_again_while_the_cache_is_fresh()
    {
        using var server = new LinkServer((request, response) => response.StatusCode = request.RawUrl == "/a" ? 200 : 404);
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        var options = new ExternalLinkOptions { CachePath = Path.Combine(_folder.Path, "links.json"), CacheAge = TimeSpan.FromHours(1) };

        Assert.Single(await Check(options, time, server.Address + "a", server.Address + "b"));
        var first = server.Requests.Count;
        Assert.Single(await Check(options, time, server.Address + "a", server.Address + "b"));
        Assert.Equal(["HEAD /b", "GET /b"], server.Requests.Skip(first));

        time.Advance(TimeSpan.FromHours(2));
        await Check(options, time, server.Address + "a");
        Assert.Equal("HEAD /a", server.Requests[^1]);
    }

    [Fact]
    public async Task A_cache_that_is_no_JSON_is_an_empty_one()
    {
        using var server = new LinkServer((_, response) => response.StatusCode = 200);
        var options = new ExternalLinkOptions { CachePath = _folder.Write("links.json", "{") };

        Assert.Empty(await Check(options, server.Address + "a"));
        Assert.Contains(server.Address + "a", File.ReadAllText(options.CachePath), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelled_it_stops()
    {
        using var never = new SemaphoreSlim(0);
        using var server = new LinkServer(async (_, _) => await never.WaitAsync(TestContext.Current.CancellationToken));
        using var cancellation = new CancellationTokenSource();
        using var checker = new ExternalLinkChecker(new());

        var checking = checker.CheckAsync([server.Address + "a"], cancellation.Token).GetAsyncEnumerator(cancellation.Token).MoveNextAsync().AsTask();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => checking);
        never.Release();
    }

    [Theory]
    [InlineData("https://a.b/c#d", "https://a.b/c")]
    [InlineData("http://a", "http://a")]
    public void Fragments_are_not_asked_for(string url, string address) => Assert.Equal(address, ExternalLinkChecker.Address(url));

    private static Task<IReadOnlyList<(string Url, string Problem)>> Check(ExternalLinkOptions options, params string[] urls)
        => Check(options, null, urls);

    private static Task<IReadOnlyList<(string Url, string Problem)>> Check(ExternalLinkOptions options, TimeProvider? time, params string[] urls)
        => Check(options, time, null, urls);

    private static async Task<IReadOnlyList<(string Url, string Problem)>> Check(
        ExternalLinkOptions options, TimeProvider? time, HttpMessageHandler? handler, params string[] urls)
    {
        using var checker = new ExternalLinkChecker(options, handler, time);
        var dead = new List<(string, string)>();
        await foreach (var found in checker.CheckAsync(urls, TestContext.Current.CancellationToken))
        {
            dead.Add(found);
        }

        checker.SaveCache();
        return dead;
    }

    /// <summary>A network that answers 200 once a task is done.</summary>
    private sealed class FakeHandler(Func<HttpMethod, CancellationToken, Task> answer) : HttpMessageHandler
    {
        private readonly ConcurrentQueue<HttpMethod> _methods = new();

        public IReadOnlyList<HttpMethod> Methods => [.. _methods];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            _methods.Enqueue(request.Method);
            await answer(request.Method, cancellationToken);
            return new() { RequestMessage = request };
        }
    }
}
