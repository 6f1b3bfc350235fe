using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FastMd.Tests.Unit.TestSupport;

/// <summary>A browser without a window, told what to do over its DevTools protocol, for all tests of a class.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder _folder = new();
    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _end = new();
    private readonly SemaphoreSlim _turn = new(1);
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode>> _answers = [];
    private readonly ConcurrentQueue<(string Method, JsonNode Parameters)> _events = [];
    private TaskCompletionSource _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? _process;
    private Task _reading = Task.CompletedTask;
    private string _address = "";
    private int _calls;

    public static string? Program { get; } = Programs.Find("chromium") ?? Programs.Find("chromium-browser") ?? Programs.Find("google-chrome");

    /// <summary>Starts it; where there is none, tests that open a page are skipped.</summary>
    public async ValueTask InitializeAsync()
    {
        if (Program is null)
        {
            return;
        }

        var start = new ProcessStartInfo(
            Program,
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--disable-sync", "--disable-extensions", "--disable-dev-shm-usage", "--remote-debugging-port=0", "--remote-allow-origins=*",
                $"--user-data-dir={_folder.At("profile")}", "about:blank",
            ])
        {
            RedirectStandardError = true,
        };
        _process = Process.Start(start)!;
        var address = await AddressAsync(_process.StandardError).WaitAsync(Limit);
        using var http = new HttpClient();
        var targets = JsonNode.Parse(await http.GetStringAsync(new Uri($"http://{address}/json")))!.AsArray();
        var page = targets.First(target => (string?)target!["type"] == "page")!;
        await _socket.ConnectAsync(new Uri((string)page["webSocketDebuggerUrl"]!), _end.Token);
        _reading = ReadAsync();
        foreach (var domain in new[] { "Page", "Runtime", "Log", "Network" })
        {
            await CallAsync(domain + ".enable");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _reading;
        _socket.Dispose();
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
            _process.Dispose();
        }

        _end.Dispose();
        _turn.Dispose();
        _folder.Dispose();
    }

    /// <summary>Opens a page from a file of its own, and waits until it is loaded and its scripts have run.</summary>
    /// <param name="html">The page.</param>
    /// <param name="width">Width of the window, in pixels.</param>
    /// <param name="scheme">The colours its reader prefers: <c>light</c> or <c>dark</c>.</param>
    /// <param name="scripts">Whether scripts run.</param>
    /// <returns>What was asked of any network, and what the browser complained of.</returns>
    public async Task<IReadOnlyList<string>> OpenAsync(byte[] html, int width = 1200, string scheme = "light", bool scripts = true)
    {
        await File.WriteAllBytesAsync(_folder.At("page.html"), html, TestContext.Current.CancellationToken);
        return await OpenAsync(new Uri(_folder.At("page.html")), width, scheme, scripts);
    }

    /// <summary>Opens a page, and waits until it is loaded and its scripts have run.</summary>
    /// <param name="address">Address of the page: what it asks for below it is no trouble.</param>
    /// <param name="width">Width of the window, in pixels.</param>
    /// <param name="scheme">The colours its reader prefers: <c>light</c> or <c>dark</c>.</param>
    /// <param name="scripts">Whether scripts run.</param>
    /// <returns>What else was asked of any network, and what the browser complained of.</returns>
    public async Task<IReadOnlyList<string>> OpenAsync(Uri address, int width = 1200, string scheme = "light", bool scripts = true)
    {
        Assert.SkipWhen(Program is null, "Chromium is not installed.");
        await _turn.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _address = address.AbsoluteUri;
            await CallAsync("Emulation.setDeviceMetricsOverride", new { width, height = 900, deviceScaleFactor = 1, mobile = false });
            await CallAsync("Emulation.setEmulatedMedia", new { media = "", features = new[] { new { name = "prefers-color-scheme", value = scheme } } });
            await CallAsync("Emulation.setScriptExecutionDisabled", new { value = !scripts });
            _events.Clear();
            _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
            await CallAsync("Page.navigate", new { url = _address });
            await _loaded.Task.WaitAsync(Limit);

            // A round trip through the event loop: what was raised while the page loaded has been told by now.
            await EvaluateAsync(scripts ? "new Promise(done => requestAnimationFrame(() => setTimeout(done)))" : "0");
            return Troubles();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>What was asked of any network since the page was opened, but for what is below its address, and what the browser complained of.</summary>
    public IReadOnlyList<string> Troubles() => [.. _events.Where(IsTrouble).Select(told => told.Parameters.ToJsonString())];

    /// <summary>Waits until an expression is true on the page that is open.</summary>
    public Task UntilAsync(string expression) => EvaluateAsync(
        $"new Promise(done => {{ const look = () => ({expression}) ? done(true) : setTimeout(look, 50); look(); }})");

    /// <summary>The page as a picture, PNG, from its top.</summary>
    /// <param name="width">Pixels from its left.</param>
    /// <param name="height">Pixels from its top.</param>
    public async Task<byte[]> PictureAsync(int width, int height)
    {
        await CallAsync("Emulation.setDeviceMetricsOverride", new { width, height, deviceScaleFactor = 1, mobile = false });
        await EvaluateAsync("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100))))");
        return Convert.FromBase64String((string)(await CallAsync("Page.captureScreenshot", new { format = "png" }))["data"]!);
    }

    /// <summary>What an expression is worth on the page that is open, as JSON.</summary>
    public async Task<JsonElement> EvaluateAsync(string expression)
    {
        var answer = await CallAsync("Runtime.evaluate", new { expression, returnByValue = true, awaitPromise = true });
        Assert.True(answer["exceptionDetails"] is null, answer.ToJsonString());
        return JsonElement.Parse(answer["result"]!["value"]?.ToJsonString() ?? "null");
    }

    /// <summary>What the page says about itself once its scripts have run.</summary>
    public async Task<string> MarkupAsync() => "<!DOCTYPE html>" + (await EvaluateAsync("document.documentElement.outerHTML")).GetString();

    /// <summary>Moves the mouse.</summary>
    public Task PointAsync(double x, double y) => CallAsync("Input.dispatchMouseEvent", new { type = "mouseMoved", x, y });

    /// <summary>The page on paper, as a PDF.</summary>
    public async Task<byte[]> PrintAsync() => Convert.FromBase64String((string)(await CallAsync("Page.printToPDF", new { printBackground = true }))["data"]!);

    private static async Task<string> AddressAsync(StreamReader errors)
    {
        while (await errors.ReadLineAsync() is { } line)
        {
            const string Begins = "DevTools listening on ";
            if (line.StartsWith(Begins, StringComparison.Ordinal))
            {
                return new Uri(line[Begins.Length..]).Authority;
            }
        }

        throw new InvalidOperationException("The browser does not listen.");
    }

    private bool IsTrouble((string Method, JsonNode Parameters) told) => told.Method switch
    {
        "Runtime.exceptionThrown" or "Log.entryAdded" or "Runtime.consoleAPICalled" => true,
        "Network.requestWillBeSent" => !((string)told.Parameters["request"]!["url"]!).StartsWith(_address, StringComparison.Ordinal),
        _ => false,
    };

    private async Task<JsonNode> CallAsync(string method, object? parameters = null)
    {
        var call = Interlocked.Increment(ref _calls);
        var answer = _answers[call] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var message = JsonSerializer.SerializeToUtf8Bytes(new { id = call, method, @params = parameters ?? new { } });
        await _socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, _end.Token);
        return await answer.Task.WaitAsync(Limit);
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[65536];
        using var message = new MemoryStream();
        try
        {
            while (true)
            {
                var part = await _socket.ReceiveAsync(buffer.AsMemory(), _end.Token);
                message.Write(buffer, 0, part.Count);
                if (part.EndOfMessage)
                {
                    Take(JsonNode.Parse(Encoding.UTF8.GetString(message.ToArray()))!);
                    message.SetLength(0);
                }
            }
        }
        catch (Exception end) when (end is OperationCanceledException or WebSocketException)
        {
            foreach (var answer in _answers.Values)
            {
                answer.TrySetException(new InvalidOperationException("The browser is gone.", end));
            }
        }
    }

    private void Take(JsonNode message)
    {
        if (message["id"] is { } call && _answers.TryRemove((int)call, out var answer))
        {
            if (message["error"] is { } error)
            {
                answer.SetException(new InvalidOperationException(error.ToJsonString()));
            }
            else
            {
                answer.SetResult(message["result"]!);
            }
        }
        else if ((string?)message["method"] is { } method)
        {
            _events.Enqueue((method, message["params"]!));
            if (method == "Page.loadEventFired")
            {
                _loaded.TrySetResult();
            }
        }
    }
}
