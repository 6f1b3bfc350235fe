using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using FastMd.Engine.Dashboard;
using FastMd.Engine.Reports.Live;
using FastMd.Tests.Unit.Reports.Live;

namespace FastMd.Tests.Unit.Dashboard;

public sealed class DashboardServerTests : IDisposable
{
    private readonly FakeJob _job = new() { Now = SampleLive.Part() };
    private readonly DashboardServer _server;
    private readonly HttpClient _client = new();

    public DashboardServerTests() => _server = DashboardServer.Start(DashboardEndpoint.Default, _job, TimeProvider.System);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _server.Dispose();
        _client.Dispose();
    }

    [Fact]
    public async Task The_address_gives_the_page_and_below_it_are_the_figures()
    {
        using var page = await _client.GetAsync(_server.Address, Cancellation);
        using var figures = await _client.GetAsync(new Uri(_server.Address, "live.json"), Cancellation);

        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
        Assert.Contains("data-form=\"live\"", await page.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(43, JsonDocument.Parse(await figures.Content.ReadAsStringAsync(Cancellation)).RootElement.GetProperty("completed").GetInt32());
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync(new Uri(_server.Address, "else"), Cancellation)).StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/live.json")]
    [InlineData("/events")]
    [InlineData("/favicon.ico")]
    [InlineData("//live.json")]
    [InlineData("/0123456789abcdef0123456789abcdef/")]
    [InlineData("/{TOKEN}")]
    [InlineData("/{token}")]
    [InlineData("/{token}x/live.json")]
    [InlineData("/x/{token}/live.json")]
    [InlineData("/?{token}/")]
    [InlineData("/%00/{token}/")]
    public async Task A_request_without_the_token_is_refused(string path)
    {
        var token = _server.Address.Segments[1].TrimEnd('/');
        var address = _server.Address.GetLeftPart(UriPartial.Authority)
            + path.Replace("{token}", token, StringComparison.Ordinal).Replace("{TOKEN}", token.ToUpperInvariant() + "/", StringComparison.Ordinal);

        using var answer = await _client.GetAsync(new Uri(address), Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.DoesNotContain(token, await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, _job.Reads);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Host", "evil.example")]
    public async Task What_a_page_of_another_site_asks_is_refused(string header, string value)
    {
        foreach (var path in (string[])["", "live.json", "events"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_server.Address, path));
            request.Headers.TryAddWithoutValidation(header, value);

            using var answer = await _client.SendAsync(request, Cancellation);

            Assert.False(answer.IsSuccessStatusCode);
            Assert.Equal(0, _job.Reads);
        }
    }

    [Fact]
    public async Task A_link_on_another_site_may_be_followed()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _server.Address);
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "cross-site");
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Mode", "navigate");

        Assert.Equal(HttpStatusCode.OK, (await _client.SendAsync(request, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task No_answer_may_be_kept_framed_or_read_elsewhere()
    {
        using var answer = await _client.GetAsync(_server.Address, Cancellation);

        Assert.Equal(DashboardHeaders.All, DashboardHeaders.All.Select(header => (header.Name, string.Join(",", answer.Headers.NonValidated[header.Name]))));
        Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task Nothing_can_be_done_but_looking(string method)
        => Assert.False((await _client.SendAsync(new(new(method), new Uri(_server.Address, "live.json")), Cancellation)).IsSuccessStatusCode);

    [Fact]
    public async Task Other_machines_cannot_reach_it()
    {
        Assert.Equal(IPAddress.Loopback, IPAddress.Parse(_server.Address.Host));
        var others = NetworkInterface.GetAllNetworkInterfaces().SelectMany(card => card.GetIPProperties().UnicastAddresses)
            .Select(address => address.Address).Where(address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address)).ToList();
        Assert.SkipWhen(others.Count == 0, "The machine has no address but that of the loopback interface.");

        foreach (var address in others)
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            await Assert.ThrowsAsync<SocketException>(() => socket.ConnectAsync(address, _server.Address.Port, Cancellation).AsTask());
        }
    }

    [Fact]
    public async Task Viewers_hear_of_what_is_new_and_of_the_end()
    {
        using var viewer = await ViewerAsync();
        Assert.Contains("\"completed\":43", await viewer.MessageAsync(), StringComparison.Ordinal);

        _job.Now = SampleLive.Part() with { Completed = 1000, State = LiveState.Over };
        _server.Dispose();

        var last = "";
        while (!last.Contains("event: end", StringComparison.Ordinal))
        {
            last = await viewer.MessageAsync() is { Length: > 0 } message ? message : throw new InvalidOperationException("It ended without a word.");
        }

        Assert.Null(await viewer.LineAsync());
    }

    [Fact]
    public async Task A_viewer_that_does_not_read_delays_neither_the_others_nor_the_end()
    {
        // More than its connection takes.
        _job.Now = SampleLive.Part(document: new string('x', 4_000_000));
        using var dead = new TcpClient { ReceiveBufferSize = 1024 };
        await dead.ConnectAsync(IPAddress.Loopback, _server.Address.Port, Cancellation);
        await dead.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET {_server.Address.AbsolutePath}events HTTP/1.1\r\nHost: {_server.Address.Authority}\r\n\r\n"), Cancellation);
        while (_server.Viewers == 0)
        {
            await Task.Yield();
        }

        using var viewer = await ViewerAsync();
        for (var message = 0; message < 2; message++)
        {
            Assert.NotEmpty(await viewer.MessageAsync());
        }

        _server.Dispose();
        Assert.False(IsListening(_server.Address.Port));
    }

    [Fact]
    public async Task A_viewer_that_goes_away_is_forgotten()
    {
        (await ViewerAsync()).Dispose();

        while (_server.Viewers > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation);
        }
    }

    [Fact]
    public async Task There_are_so_many_viewers_and_no_more()
    {
        var viewers = new List<Viewer>();
        try
        {
            for (var i = 0; i < 64; i++)
            {
                viewers.Add(await ViewerAsync());
            }

            using var answer = await _client.GetAsync(new Uri(_server.Address, "events"), HttpCompletionOption.ResponseHeadersRead, Cancellation);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync(_server.Address, Cancellation)).StatusCode);
        }
        finally
        {
            viewers.ForEach(viewer => viewer.Dispose());
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n\r\n")]
    [InlineData("GET")]
    [InlineData("GET / HTTP/1.1\r\n\r\n")]
    [InlineData("GET /{token}/events HTTP/1.0\r\n\r\n")]
    [InlineData("GET /{token}/live.json HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Length: 99999999\r\n\r\n")]
    [InlineData("GET http://evil.example/{token}/live.json HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n")]
    [InlineData("\0\u0001\u0002\u0003")]
    public async Task Whatever_is_sent_it_goes_on(string request)
    {
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(IPAddress.Loopback, _server.Address.Port, Cancellation);
            await client.GetStream().WriteAsync(
                Encoding.Latin1.GetBytes(request
                    .Replace("{token}", _server.Address.Segments[1].TrimEnd('/'), StringComparison.Ordinal)
                    .Replace("{port}", _server.Address.Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)),
                Cancellation);
        }

        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync(_server.Address, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Connections_have_a_bound_and_those_beyond_it_are_closed_at_once()
    {
        var clients = new List<TcpClient>();
        try
        {
            for (var i = 0; i < 400; i++)
            {
                clients.Add(new());
                await clients[^1].ConnectAsync(IPAddress.Loopback, _server.Address.Port, Cancellation);
            }

            Assert.InRange(_server.Connections, 0, 128);
            Assert.Equal(0, await clients[^1].GetStream().ReadAsync(new byte[1], Cancellation));
        }
        finally
        {
            clients.ForEach(client => client.Dispose());
        }

        // Those that say nothing are forgotten when they leave.
        while (_server.Connections > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation);
        }

        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync(_server.Address, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_request_of_any_length_has_a_bound()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _server.Address.Port, Cancellation);
        var stream = client.GetStream();
        await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            await stream.WriteAsync("GET / HTTP/1.1\r\nX: "u8.ToArray(), Cancellation);
            for (var i = 0; i < 10_000; i++)
            {
                await stream.WriteAsync(new byte[1024], Cancellation);
            }
        });
    }

    [Fact]
    public async Task An_address_of_version_6_works_too()
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6, "The machine has no IPv6.");
        using var server = DashboardServer.Start(new(IPAddress.IPv6Loopback, 0), _job, TimeProvider.System);

        Assert.StartsWith("http://[::1]:", server.Address.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync(server.Address, Cancellation)).StatusCode);
    }

    [Fact]
    public void A_port_that_is_taken_is_an_error_that_names_it()
    {
        var taken = Assert.Throws<IOException>(() => DashboardServer.Start(new(IPAddress.Loopback, _server.Address.Port), _job, TimeProvider.System));

        Assert.Contains($"port {_server.Address.Port}", taken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_addresses_have_nothing_in_common()
    {
        using var other = DashboardServer.Start(DashboardEndpoint.Default, _job, TimeProvider.System);

        Assert.NotEqual(_server.Address.AbsolutePath, other.Address.AbsolutePath);
        Assert.Equal("/" + new string('0', 32) + "/", System.Text.RegularExpressions.Regex.Replace(other.Address.AbsolutePath, "[0-9a-f]", "0"));
    }

    [Fact]
    public async Task Nothing_is_left_of_it()
    {
        using var viewer = await ViewerAsync();
        _ = await viewer.MessageAsync();

        _server.Dispose();
        _server.Dispose();

        Assert.False(IsListening(_server.Address.Port));
        Assert.Equal(0, _server.Viewers);
    }

    private static bool IsListening(int port) => IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Any(listener => listener.Port == port);

    private async Task<Viewer> ViewerAsync()
    {
        var answer = await _client.GetAsync(new Uri(_server.Address, "events"), HttpCompletionOption.ResponseHeadersRead, Cancellation);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        return new(answer, new(await answer.Content.ReadAsStreamAsync(Cancellation)));
    }

    /// <summary>One who reads the events.</summary>
    private sealed class Viewer(HttpResponseMessage answer, StreamReader reader) : IDisposable
    {
        public async Task<string?> LineAsync() => await reader.ReadLineAsync(Cancellation);

        /// <summary>The next message, but for the pause between two attempts that comes first.</summary>
        public async Task<string> MessageAsync()
        {
            var lines = new StringBuilder();
            while (await LineAsync() is { } line)
            {
                if (line.Length == 0 && lines.Length > 0)
                {
                    break;
                }

                lines.Append(line.StartsWith("retry:", StringComparison.Ordinal) ? "" : line);
            }

            return lines.ToString();
        }

        public void Dispose()
        {
            reader.Dispose();
            answer.Dispose();
        }
    }
}
