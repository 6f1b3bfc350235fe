using System.Text.Json;
using FastMd.Engine.Health;
using FastMd.Engine.Rpc;
using FastMd.Engine.Rpc.Wire;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Rpc;

public class RpcServerTests
{
    [Fact]
    public async Task Initialize_says_what_the_server_can_do()
    {
        await using var client = new RpcClient();

        var result = await client.ResultAsync("initialize", """{"protocolVersion":1,"clientInfo":{"name":"test"},"settings":{"to":"js"}}""");

        Assert.Equal(1, result.GetProperty("protocolVersion").GetInt32());
        Assert.Equal("1.2.3", result.GetProperty("serverInfo").GetProperty("version").GetString());
        Assert.Equal(["html", "js", "context", "markdown"], result.GetProperty("capabilities").GetProperty("targets").EnumerateArray().Select(target => target.GetString()));
        Assert.Equal("""{"to":"js"}""", result.GetProperty("settings").GetRawText());
    }

    [Fact]
    public async Task A_version_of_the_protocol_that_is_not_known_is_refused()
    {
        await using var client = new RpcClient();

        Assert.Equal(RpcErrors.InvalidParams, Code(await client.ErrorAsync("initialize", """{"protocolVersion":2}""")));
    }

    [Fact]
    public async Task Settings_hold_for_later_requests_until_they_are_taken_back()
    {
        await using var client = new RpcClient();
        await client.ResultAsync("configure", """{"settings":{"to":"markdown","exclude":["a"]}}""");
        var configured = await client.ResultAsync("transform", """{"content":"*  a"}""");
        var settings = await client.ResultAsync("configure", """{"settings":{"to":null}}""");
        var taken = await client.ResultAsync("transform", """{"content":"a"}""");

        Assert.Equal("markdown", configured.GetProperty("target").GetString());
        Assert.Equal("""{"settings":{"exclude":["a"]}}""", settings.GetRawText());
        Assert.Equal("html", taken.GetProperty("target").GetString());
    }

    [Theory]
    [InlineData("""{"settings":{"tto":"js"}}""", "did you mean 'to'?")]
    [InlineData("""{"settings":{"to":"pdf"}}""", "is not a value for to; allowed: html")]
    [InlineData("""{"settings":{"encoding":"\ud800"}}""", "is not a value for encoding")]
    [InlineData("""{"settings":{"workers":3}}""", "the same for all clients; give it to fastmd serve, by --jobs")]
    [InlineData("""{"settings":3}""", "params.settings")]
    [InlineData("{}", "missing")]
    public async Task Settings_that_are_not_allowed_are_refused_and_change_nothing(string parameters, string message)
    {
        await using var client = new RpcClient();

        var error = await client.ErrorAsync("configure", parameters);

        Assert.Equal(RpcErrors.InvalidParams, Code(error));
        Assert.Contains(message, error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal("html", (await client.ResultAsync("transform", """{"content":"a"}""")).GetProperty("target").GetString());
    }

    [Fact]
    public async Task Transform_gives_the_output_and_all_there_is_to_know()
    {
        await using var client = new RpcClient();

        var result = await client.ResultAsync("transform", """{"file":"a.md","content":"---\ntitle: T\nn: [1, 2.5, true, null]\n---\n# Größe \"x\"\n\n| a\n"}""");

        Assert.Equal("<h1 id=\"größe-x\">Größe &quot;x&quot;</h1>\n<p>| a</p>\n", result.GetProperty("code").GetString());
        Assert.Equal(
            """{"title":"T","frontMatter":{"title":"T","n":[1,2.5,true,null]},"headings":[{"level":1,"text":"Größe \"x\"","id":"größe-x"}]}""",
            result.GetProperty("metadata").GetRawText());
        Assert.Equal("a.md", result.GetProperty("file").GetString());
        Assert.Empty(result.GetProperty("diagnostics").EnumerateArray());
        Assert.False(result.TryGetProperty("map", out _));
    }

    [Fact]
    public async Task A_byte_order_mark_before_a_text_is_none_of_it()
    {
        await using var client = new RpcClient();

        Assert.Equal("<h1 id=\"hi\">Hi</h1>\n", (await client.ResultAsync("transform", """{"content":"\ufeff# Hi"}""")).GetProperty("code").GetString());
    }

    [Fact]
    public async Task JavaScript_has_a_source_map_and_headings()
    {
        await using var client = new RpcClient();

        var result = await client.ResultAsync("transform", """{"file":"a.mdx","content":"# Hi {1}","options":{"target":"js","sourcemap":true,"mode":"development","settings":{"jsxImportSource":"preact"}}}""");

        Assert.Contains("preact/jsx-dev-runtime", result.GetProperty("code").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("sourceMappingURL", result.GetProperty("code").GetString(), StringComparison.Ordinal);
        Assert.Equal("# Hi {1}", result.GetProperty("map").GetProperty("sourcesContent")[0].GetString());
        Assert.Equal("hi-", result.GetProperty("metadata").GetProperty("headings")[0].GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("sub/a.mdx", "sub/a.mdx")]
    [InlineData("../elsewhere/b.mdx", "b.mdx")]
    public async Task Elements_carry_the_name_of_the_document_wherever_it_lies(string file, string name)
    {
        await using var client = new RpcClient();

        var result = await client.ResultAsync("transform", $$"""{"file":"{{file}}","content":"# Hi","options":{"target":"js","mode":"development"} }""");

        Assert.Contains($"fileName: \"{name}\"", result.GetProperty("code").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_cannot_be_converted_is_an_error_with_its_place()
    {
        await using var client = new RpcClient();

        var error = await client.ErrorAsync("transform", """{"file":"a.mdx","content":"a\n\n{1","options":{"target":"js"}}""");

        Assert.Equal(RpcErrors.TransformFailed, Code(error));
        Assert.StartsWith("a.mdx(3,3): ", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        var diagnostic = error.GetProperty("data").GetProperty("diagnostics")[0];
        Assert.Equal(("FM2201", 3, 3), (diagnostic.GetProperty("code").GetString(), diagnostic.GetProperty("line").GetInt32(), diagnostic.GetProperty("column").GetInt32()));
    }

    [Fact]
    public async Task Files_are_read_under_the_roots_and_nowhere_else()
    {
        await using var client = new RpcClient();
        client.Folder.Write("root/a.md", "inside");
        client.Folder.Write("secret.md", "outside");
        Directory.CreateSymbolicLink(client.Folder.At("root", "out"), client.Folder.Path);
        File.CreateSymbolicLink(client.Folder.At("root", "in.md"), client.Folder.At("root", "a.md"));

        Assert.Contains("inside", (await client.ResultAsync("transform", """{"file":"a.md"}""")).GetProperty("code").GetString(), StringComparison.Ordinal);
        Assert.Contains("inside", (await client.ResultAsync("transform", """{"path":"in.md","file":"named"}""")).GetProperty("code").GetString(), StringComparison.Ordinal);
        foreach (var path in (string[])["../secret.md", "out/secret.md", "/etc/passwd", "no.md", ".", "a\\u0000b.md"])
        {
            var error = await client.ErrorAsync("transform", $$"""{"file":"{{path}}"}""");
            Assert.DoesNotContain("outside\n", error.GetRawText(), StringComparison.Ordinal);
            Assert.Equal(path.Contains("u0000", StringComparison.Ordinal) ? RpcErrors.InvalidParams : RpcErrors.FileFailed, Code(error));
        }
    }

    [Fact]
    public async Task A_document_depends_on_what_it_includes_also_where_its_text_is_sent()
    {
        await using var client = new RpcClient();
        var part = client.Folder.Write("root/_part.mdx", "from the part");
        client.Folder.Write("secret.mdx", "secret");

        var result = await client.ResultAsync("transform", """{"file":"a.mdx","content":"import Part from './_part.mdx'\n\n<Part/>\n"}""");
        var outside = await client.ResultAsync("transform", """{"file":"a.mdx","content":"import Part from '../secret.mdx'\n\n<Part/>\n"}""");

        Assert.Contains("from the part", result.GetProperty("code").GetString(), StringComparison.Ordinal);
        Assert.Equal([part], result.GetProperty("dependencies").EnumerateArray().Select(path => path.GetString()));
        Assert.DoesNotContain("secret<", outside.GetProperty("code").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_depends_on_its_template_and_is_made_by_the_one_there_is_now()
    {
        await using var client = new RpcClient();
        var template = client.Folder.Write("page.html", "one {{content}}");
        var parameters = $$"""{"content":"a","options":{"settings":{"template":{{JsonSerializer.Serialize(template)}}} } }""";

        var before = await client.ResultAsync("transform", parameters);
        client.Folder.Write("page.html", "another {{content}}");
        var after = await client.ResultAsync("transform", parameters);

        Assert.StartsWith("one", before.GetProperty("code").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("another", after.GetProperty("code").GetString(), StringComparison.Ordinal);
        Assert.Equal([template], before.GetProperty("dependencies").EnumerateArray().Select(path => path.GetString()));
    }

    [Theory]
    [InlineData("{}", "needs content")]
    [InlineData("""{"content":3}""", "params.content")]
    [InlineData("""{"content":"\ud800"}""", "params.content")]
    [InlineData("""{"content":"a","colour":1}""", "colour is not a parameter")]
    [InlineData("""{"content":"a","format":"txt"}""", "format")]
    [InlineData("""{"content":"a","options":{"target":"pdf"}}""", "options.target")]
    [InlineData("""{"content":"a","options":{"mode":"fast"}}""", "options.mode")]
    [InlineData("""{"content":"a","options":{"settings":{"flavour":"gfm"}}}""", "did you mean 'flavor'?")]
    [InlineData("""{"file":"","content":"a"}""", "path")]
    public async Task Parameters_that_make_no_sense_are_refused(string parameters, string message)
    {
        await using var client = new RpcClient();

        var error = await client.ErrorAsync("transform", parameters);

        Assert.Equal(RpcErrors.InvalidParams, Code(error));
        Assert.Contains(message, error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cache.get", "{\"key\":null}")]
    [InlineData("cancelBatch", "{\"batchId\":null}")]
    [InlineData("normalize", "{\"content\":null}")]
    [InlineData("configure", "{\"settings\":null}")]
    [InlineData("initialize", "{\"clientInfo\":{}}")]
    [InlineData("initialize", "{\"clientInfo\":{\"name\":null}}")]
    [InlineData("shutdown", "{\"now\":true}")]
    public async Task Parameters_that_must_be_there_must_not_be_null(string method, string parameters)
    {
        await using var client = new RpcClient();

        Assert.Equal(RpcErrors.InvalidParams, Code(await client.ErrorAsync(method, parameters)));
        Assert.True((await client.ResultAsync("ping")).GetProperty("pong").GetBoolean());
    }

    [Fact]
    public async Task Settings_hold_for_the_requests_written_after_them_and_for_none_before()
    {
        await using var client = new RpcClient();
        var expected = new Dictionary<int, string>();
        for (var i = 0; i < 100; i++)
        {
            var target = i % 2 == 0 ? "markdown" : "html";
            _ = await client.RequestAsync("configure", $$"""{"settings":{"to":"{{target}}"} }""");
            expected[await client.RequestAsync("transform", """{"content":"a"}""")] = target;
        }

        for (var left = 200; left > 0; left--)
        {
            var answer = await client.ReceiveAsync();
            if (expected.TryGetValue(answer.GetProperty("id").GetInt32(), out var target))
            {
                Assert.Equal(target, answer.GetProperty("result").GetProperty("target").GetString());
            }
        }
    }

    [Fact]
    public async Task Settings_with_strange_names_are_not_taken_for_others()
    {
        await using var client = new RpcClient();
        await client.ResultAsync("transform", """{"content":"a","options":{"settings":{"math":"auto","emoji":"auto"}}}""");

        Assert.Equal(RpcErrors.InvalidParams, Code(await client.ErrorAsync("transform", """{"content":"a","options":{"settings":{"math=\"auto\"\temoji":"auto"}}}""")));
    }

    [Fact]
    public async Task What_is_no_file_is_not_read()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only there a pipe is told from a file.");
        await using var client = new RpcClient();
        NamedPipe.Create(client.Folder.At("root", "pipe.md"));

        Assert.Equal(RpcErrors.FileFailed, Code(await client.ErrorAsync("transform", """{"file":"pipe.md"}""")));
        Assert.Equal(RpcErrors.FileFailed, Code(await client.ErrorAsync("computeDigest", """{"path":"pipe.md"}""")));
    }

    [Fact]
    public async Task Lines_that_are_no_requests_are_answered_and_the_next_one_counts_again()
    {
        await using var client = new RpcClient(options => options with { MaximumMessageBytes = 1000 });

        Assert.Equal(RpcErrors.ParseError, await client.CodeOfAsync("nonsense"));
        Assert.Equal(RpcErrors.InvalidRequest, await client.CodeOfAsync("[]"));
        Assert.Equal(RpcErrors.InvalidRequest, await client.CodeOfAsync(new string('x', 1001)));
        Assert.Equal(RpcErrors.MethodNotFound, await client.CodeOfAsync("""{"jsonrpc":"2.0","id":9,"method":"nothing"}"""));
        await client.NotifyAsync("nothing", "{}");
        await client.SendAsync("""{"jsonrpc":"2.0","method":"$/cancelRequest"}""");
        await client.NotifyAsync("$/cancelRequest", """{"\ud800":1}""");
        await client.NotifyAsync("$/cancelRequest", """{"other":[{"id":1}],"id":77}""");
        Assert.True((await client.ResultAsync("ping")).GetProperty("pong").GetBoolean());
        Assert.Single(client.Logged);
    }

    [Fact]
    public async Task Texts_are_normalized_and_have_the_same_digest_then()
    {
        await using var client = new RpcClient();
        client.Folder.Write("root/a.md", "\uFEFFa\r\nb\rc");

        var normalized = await client.ResultAsync("normalize", """{"content":"\ufeffa\r\nb\rc\n\n"}""");
        var same = await client.ResultAsync("normalize", """{"content":"a\n"}""");
        var ofText = await client.ResultAsync("computeDigest", """{"content":"a\nb\nc\n"}""");
        var ofFile = await client.ResultAsync("computeDigest", """{"path":"a.md","normalize":true}""");
        var asItLies = await client.ResultAsync("computeDigest", """{"path":"a.md"}""");

        Assert.Equal("""{"content":"a\nb\nc\n","changed":true}""", normalized.GetRawText());
        Assert.False(same.GetProperty("changed").GetBoolean());
        Assert.Equal(ofText.GetRawText(), ofFile.GetRawText());
        Assert.Equal(9, asItLies.GetProperty("bytes").GetInt32());
        Assert.NotEqual(ofText.GetProperty("digest").GetString(), asItLies.GetProperty("digest").GetString());
        Assert.Equal(RpcErrors.InvalidParams, Code(await client.ErrorAsync("computeDigest", """{"content":"a","path":"a.md"}""")));
        Assert.Equal(RpcErrors.FileFailed, Code(await client.ErrorAsync("computeDigest", """{"path":"none.md"}""")));
    }

    [Fact]
    public async Task The_cache_keeps_any_JSON()
    {
        await using var client = new RpcClient();

        var set = await client.ResultAsync("cache.set", """{"key":"k","value":{"a":[1,"ü"]}}""");
        var addressed = await client.ResultAsync("cache.set", """{"value":"abc"}""");

        Assert.Equal("k", set.GetProperty("key").GetString());
        Assert.Equal(64, addressed.GetProperty("key").GetString()!.Length);
        Assert.Equal("""{"found":true,"value":{"a":[1,"ü"]}}""", (await client.ResultAsync("cache.get", """{"key":"k"}""")).GetRawText());
        Assert.Equal("""{"found":false}""", (await client.ResultAsync("cache.get", """{"key":"none"}""")).GetRawText());
        Assert.Equal(2, (await client.ResultAsync("cache.stats")).GetProperty("entries").GetInt32());
        Assert.True((await client.ResultAsync("cache.delete", """{"key":"k"}""")).GetProperty("deleted").GetBoolean());
        Assert.Equal(1, (await client.ResultAsync("cache.clear")).GetProperty("removed").GetInt32());
        Assert.Equal(RpcErrors.InvalidParams, Code(await client.ErrorAsync("cache.set", """{"key":"k"}""")));
    }

    [Fact]
    public async Task A_cache_that_fails_is_an_error_of_its_own()
    {
        await using var client = new RpcClient(options => options with { CacheBytes = 1000 });

        Assert.Equal(RpcErrors.CacheFailed, Code(await client.ErrorAsync("cache.set", $$"""{"value":"{{new string('x', 300)}}"}""")));
    }

    [Fact]
    public async Task Metrics_count_requests_and_documents()
    {
        await using var client = new RpcClient();
        await client.ResultAsync("transform", """{"content":"a"}""");
        await client.ErrorAsync("transform", """{"file":"none.md"}""");
        await client.CodeOfAsync("nonsense");

        var metrics = await client.ResultAsync("metrics");

        Assert.Equal("""{"answered":2,"failed":1,"cancelled":0,"refused":1}""", metrics.GetProperty("requests").GetRawText());
        Assert.Equal("""{"converted":1,"failed":1,"inHand":0,"outputBytes":9}""", metrics.GetProperty("documents").GetRawText());
        Assert.Equal(2, metrics.GetProperty("workers").GetProperty("count").GetInt32());
    }

    [Theory]
    [InlineData(HealthStatus.Ok, "healthy")]
    [InlineData(HealthStatus.Warning, "warning")]
    [InlineData(HealthStatus.Problem, "unhealthy")]
    public async Task Health_is_as_bad_as_the_worst_check(object worst, string status)
    {
        await using var client = new RpcClient(options => options with { Health = () => [new("A", HealthStatus.Ok, "fine", null), new("B", (HealthStatus)worst, "so", "do it")] });

        var health = await client.ResultAsync("health");

        Assert.Equal(status, health.GetProperty("status").GetString());
        Assert.Equal("do it", health.GetProperty("checks")[1].GetProperty("advice").GetString());
    }

    [Fact]
    public async Task The_end_of_input_ends_the_service_when_all_is_answered()
    {
        await using var client = new RpcClient();
        var ids = new List<int>();
        for (var i = 0; i < 50; i++)
        {
            ids.Add(await client.RequestAsync("transform", """{"content":"# a"}"""));
        }

        Assert.Equal(RpcEnding.EndOfInput, await client.EndAsync());
        var answered = new List<int>();
        for (var i = 0; i < 50; i++)
        {
            answered.Add((await client.ReceiveAsync()).GetProperty("id").GetInt32());
        }

        Assert.Equal(ids, answered.Order());
    }

    [Theory]
    [InlineData(true, RpcEnding.Exit)]
    [InlineData(false, RpcEnding.ExitWithoutShutdown)]
    public async Task Exit_ends_the_service(bool isAnnounced, object ending)
    {
        await using var client = new RpcClient();
        if (isAnnounced)
        {
            Assert.Equal(JsonValueKind.Null, (await client.ResultAsync("shutdown")).ValueKind);
            Assert.Equal(RpcErrors.InvalidRequest, Code(await client.ErrorAsync("ping")));
        }

        await client.SendAsync("""{"jsonrpc":"2.0","method":"exit"}""");

        Assert.Equal((RpcEnding)ending, await client.Ending);
    }

    [Fact]
    public async Task A_client_that_is_gone_ends_the_service()
    {
        await using var client = new RpcClient();
        await client.RequestAsync("transformBatch", $$"""{"files":[{{string.Join(',', Enumerable.Repeat("""{"content":"# a"}""", 2000))}}],"options":{"stream":true} }""");
        await client.ReceiveAsync();

        await client.VanishAsync();

        Assert.Equal(RpcEnding.ClientGone, await client.Ending);
    }

    [Fact]
    public async Task An_id_that_is_in_use_is_refused()
    {
        await using var client = new RpcClient(outputRoom: 1);

        // Nothing is read of what is answered: the first answer cannot have left when the second request comes.
        await client.SendAsync($$"""{"jsonrpc":"2.0","id":"a","method":"transformBatch","params":{"files":[{{string.Join(',', Enumerable.Repeat("""{"content":"# a"}""", 500))}}],"options":{"stream":true,"progress":false} } }""");
        await client.SendAsync("""{"jsonrpc":"2.0","id":"a","method":"ping"}""");
        await client.SendAsync("""{"jsonrpc":"2.0","id":"b","method":"transformBatch","params":{"batchId":"a","files":[]}}""");

        var (answers, results) = (new List<string>(), 0);
        while (answers.Count < 3)
        {
            var message = await client.ReceiveAsync();
            results += message.TryGetProperty("method", out _) ? 1 : 0;
            if (message.TryGetProperty("id", out var id))
            {
                answers.Add($"{id} {(message.TryGetProperty("error", out var error) ? Code(error) : 0)}");
            }
        }

        Assert.Equal(500, results);
        Assert.Equal(["a -32600", "a 0", "b -32600"], answers.Order());
    }

    [Fact]
    public async Task A_client_that_does_not_read_is_not_read_from_for_ever()
    {
        await using var client = new RpcClient(outputRoom: 1);
        var ids = new List<int>();
        for (var i = 0; i < 3000; i++)
        {
            ids.Add(await client.RequestAsync("transform", """{"content":"# a"}"""));
        }

        // What is asked after them is not answered before some of them are.
        var last = await client.RequestAsync("metrics");
        Assert.Equal(last, (await client.AnswerAsync(last)).GetProperty("id").GetInt32());
        Assert.InRange(client.Unasked.Count, 3000 - 1024, 3000);
    }

    private static int Code(JsonElement error) => error.GetProperty("code").GetInt32();
}
