using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using FastMd.Cli;

namespace FastMd.Tests.Unit.Cli;

public sealed class ServeTests : IDisposable
{
    private readonly FakeProcess _process = new();

    public void Dispose() => _process.Dispose();

    [Fact]
    public async Task Requests_on_standard_input_are_answered_on_standard_output_until_it_ends()
    {
        _process.Folder.Write("a.md", "# A");
        var outcome = await ServeAsync("""{"jsonrpc":"2.0","id":1,"method":"transform","params":{"file":"a.md"}}""");

        Assert.Equal(ExitCodes.Success, outcome.ExitCode);
        Assert.Equal("<h1 id=\"a\">A</h1>\n", Answer(outcome).GetProperty("result").GetProperty("code").GetString());
        Assert.Empty(outcome.Messages);
    }

    [Fact]
    public async Task Settings_come_from_the_command_line_the_environment_and_the_file()
    {
        _process.Folder.Write("fastmd.json", """{"flavor":"commonmark","to":"js"}""");
        _process.Variables["FASTMD_RAW_HTML"] = "escape";

        var outcome = await ServeAsync("""{"jsonrpc":"2.0","id":1,"method":"initialize"}""", "--to", "html", "--set", "root=site");
        var settings = Answer(outcome).GetProperty("result").GetProperty("settings");

        Assert.Equal(
            ("html", "commonmark", "escape", "site"),
            (settings.GetProperty("to").GetString(), settings.GetProperty("flavor").GetString(), settings.GetProperty("rawHtml").GetString(), settings.GetProperty("root").GetString()));
    }

    [Fact]
    public async Task Files_are_read_under_each_root()
    {
        _process.Folder.Write("one/a.md", "a");
        _process.Folder.Write("two/b.md", "b");
        var outcome = await ServeAsync("""{"jsonrpc":"2.0","id":1,"method":"transformBatch","params":{"files":[{"file":"a.md"},{"file":"../two/b.md"},{"file":"../fastmd.md"}]}}""", "--root", "one", "--root", "two");

        Assert.Equal(
            ["converted", "converted", "failed"],
            Lines(outcome)[^1].GetProperty("result").GetProperty("results").EnumerateArray().Select(one => one.GetProperty("status").GetString()));
    }

    [Fact]
    public async Task Exit_without_shutdown_is_a_failure()
    {
        Assert.Equal(ExitCodes.DocumentsFailed, (await ServeAsync("""{"jsonrpc":"2.0","method":"exit"}""")).ExitCode);
        Assert.Equal(ExitCodes.Success, (await ServeAsync("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"shutdown\"}\n{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}")).ExitCode);
    }

    [Theory]
    [InlineData("--root", "none", "there is no directory")]
    [InlineData("--cache-mb", "0", "--cache-mb needs a number from 1")]
    [InlineData("--max-message-mb", "2000", "--max-message-mb needs a number from 1")]
    [InlineData("--to", "pdf", "is not a value for to")]
    public async Task An_option_that_makes_no_sense_is_a_usage_error(string option, string value, string message)
    {
        var outcome = await ServeAsync("", option, value);

        Assert.Equal(ExitCodes.Usage, outcome.ExitCode);
        Assert.Contains(message, outcome.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cache_lies_where_the_user_keeps_caches()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There it is where the system says.");
        _process.Variables["XDG_CACHE_HOME"] = _process.Folder.At("caches");

        await ServeAsync("""{"jsonrpc":"2.0","id":1,"method":"cache.set","params":{"value":1}}""");

        Assert.Contains(_process.Folder.Files(), static file => file.StartsWith("caches/fastmd/v1/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Several_clients_are_served_on_a_socket_each_as_if_it_were_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There it is a named pipe.");
        using var interruption = new CancellationTokenSource();
        var path = _process.Folder.At("run", "fastmd.sock");
        var serving = _process.RunCommandAsync(interruption.Token, "serve", "--pipe", "run/fastmd.sock");

        using (var one = await ConnectAsync(path))
        using (var two = await ConnectAsync(path))
        {
            await AskAsync(one, """{"jsonrpc":"2.0","id":1,"method":"configure","params":{"settings":{"to":"markdown"}}}""");
            Assert.Contains("\"target\":\"markdown\"", await AskAsync(one, """{"jsonrpc":"2.0","id":2,"method":"transform","params":{"content":"a"}}"""), StringComparison.Ordinal);
            Assert.Contains("\"target\":\"html\"", await AskAsync(two, """{"jsonrpc":"2.0","id":2,"method":"transform","params":{"content":"a"}}"""), StringComparison.Ordinal);

            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
            }
        }

        using var third = await ConnectAsync(path);
        Assert.Contains("pong", await AskAsync(third, """{"jsonrpc":"2.0","id":1,"method":"ping"}"""), StringComparison.Ordinal);

        await interruption.CancelAsync();
        await serving;
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task A_socket_is_not_taken_from_a_file_or_from_another_server_but_from_one_that_was_killed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only there a file is told from a socket.");
        var file = _process.Folder.Write("file", "keep");
        var stale = _process.Folder.At("stale.sock");
        using (var killed = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            killed.Bind(new UnixDomainSocketEndPoint(stale));
        }

        using var interruption = new CancellationTokenSource();
        await using (File.Create(_process.Folder.At("other")))
        {
            var serving = _process.RunCommandAsync(interruption.Token, "serve", "--pipe", stale);
            using var client = await ConnectAsync(stale);
            Assert.Contains("pong", await AskAsync(client, """{"jsonrpc":"2.0","id":1,"method":"ping"}"""), StringComparison.Ordinal);

            using var second = new FakeProcess();
            Assert.Contains("another server listens", (await second.RunCommandAsync(TestContext.Current.CancellationToken, "serve", "--pipe", stale)).Messages, StringComparison.Ordinal);
            Assert.Contains("there is a file", (await second.RunCommandAsync(TestContext.Current.CancellationToken, "serve", "--pipe", file)).Messages, StringComparison.Ordinal);
            Assert.Equal("keep", File.ReadAllText(file));

            await interruption.CancelAsync();
            Assert.Equal(ExitCodes.Success, (await serving).ExitCode);
        }
    }

    private Task<FakeProcess.Outcome> ServeAsync(string input, params string[] arguments)
    {
        _process.Input = Encoding.UTF8.GetBytes(input + "\n");
        return _process.RunCommandAsync(TestContext.Current.CancellationToken, ["serve", .. arguments]);
    }

    private static JsonElement Answer(FakeProcess.Outcome outcome) => Assert.Single(Lines(outcome));

    private static List<JsonElement> Lines(FakeProcess.Outcome outcome)
        => [.. outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    private static async Task<StreamReader> ConnectAsync(string path)
    {
        while (true)
        {
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            try
            {
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), TestContext.Current.CancellationToken);
                return new(new NetworkStream(socket, ownsSocket: true));
            }
            catch (SocketException)
            {
                // The server is still starting.
                socket.Dispose();
                await Task.Yield();
            }
        }
    }

    private static async Task<string> AskAsync(StreamReader client, string request)
    {
        await client.BaseStream.WriteAsync(Encoding.UTF8.GetBytes(request + "\n"), TestContext.Current.CancellationToken);
        return await client.ReadLineAsync(TestContext.Current.CancellationToken) ?? "";
    }
}
