using System.Text.Json;
using FastMd.Engine.Rpc.Wire;

namespace FastMd.Tests.Unit.Rpc;

public class TransformBatchTests
{
    // Takes a while, and looks now and then whether it is still wanted.
    private static readonly string Slow = JsonSerializer.Serialize(string.Concat(Enumerable.Repeat("*a **b `c` [d](e)* ", 40_000)));

    [Fact]
    public async Task Every_file_has_a_result_in_order_and_one_that_fails_fails_alone()
    {
        await using var client = new RpcClient();
        client.Folder.Write("root/on-disk.md", "disk");

        var result = await client.ResultAsync("transformBatch", """
            {"files":[{"file":"1.md","content":"one"},{"file":"none.md"},{"file":"../out.md"},{"content":"{","format":"mdx","options":{"target":"js"}},{"file":"on-disk.md"},{}],"options":{"maxWorkers":8}}
            """.Trim());

        var results = result.GetProperty("results").EnumerateArray().ToList();
        Assert.Equal([0, 1, 2, 3, 4, 5], results.Select(one => one.GetProperty("index").GetInt32()));
        Assert.Equal(["converted", "failed", "failed", "failed", "converted", "failed"], results.Select(one => one.GetProperty("status").GetString()));
        Assert.Equal(
            [RpcErrors.FileFailed, RpcErrors.FileFailed, RpcErrors.TransformFailed, RpcErrors.InvalidParams],
            results.Where(one => one.TryGetProperty("error", out _)).Select(one => one.GetProperty("error").GetProperty("code").GetInt32()));
        Assert.Equal("<p>disk</p>\n", results[4].GetProperty("code").GetString());
        var summary = result.GetProperty("summary");
        Assert.Equal((6, 2, 4), (summary.GetProperty("total").GetInt32(), summary.GetProperty("converted").GetInt32(), summary.GetProperty("failed").GetInt32()));
    }

    [Fact]
    public async Task A_batch_without_files_is_done()
    {
        await using var client = new RpcClient();

        var result = await client.ResultAsync("transformBatch", """{"files":[],"batchId":"none"}""");

        Assert.Equal("none", result.GetProperty("batchId").GetString());
        Assert.Empty(result.GetProperty("results").EnumerateArray());
    }

    [Theory]
    [InlineData("""{"parallel":false}""")]
    [InlineData("""{"maxWorkers":1}""")]
    [InlineData("""{"maxWorkers":3}""")]
    [InlineData("{}")]
    public async Task Results_are_the_same_however_many_workers_there_are(string options)
    {
        await using var client = new RpcClient();
        var files = string.Join(',', Enumerable.Range(0, 300).Select(i => $$"""{"file":"{{i}}.md","content":"# {{i}}\n\n{{new string('x', 1 + (i * 37 % 2000))}}"}"""));

        var results = (await client.ResultAsync("transformBatch", $$"""{"files":[{{files}}],"options":{{options}} }""")).GetProperty("results");

        Assert.Equal(
            Enumerable.Range(0, 300).Select(i => $"<h1 id=\"{i}\">{i}</h1>\n<p>{new string('x', 1 + (i * 37 % 2000))}</p>\n"),
            results.EnumerateArray().Select(one => one.GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Results_are_streamed_each_once_before_the_answer(bool isOrdered)
    {
        await using var client = new RpcClient();
        var files = string.Join(',', Enumerable.Range(0, 500).Select(i => $$"""{"content":"{{i}}"}"""));

        var id = await client.RequestAsync("transformBatch", $$"""{"batchId":"s","files":[{{files}}],"options":{"stream":true,"ordered":{{(isOrdered ? "true" : "false")}} } }""");
        var answer = await client.AnswerAsync(id);

        var indices = client.Unasked.Where(message => message.GetProperty("method").GetString() == "batch/result")
            .Select(message => message.GetProperty("params").GetProperty("index").GetInt32()).ToList();
        Assert.Equal(Enumerable.Range(0, 500), isOrdered ? indices : indices.Order());
        Assert.False(answer.GetProperty("result").TryGetProperty("results", out _));
    }

    [Fact]
    public async Task Progress_is_told_at_the_end_and_not_where_it_is_not_wanted()
    {
        await using var client = new RpcClient();
        await client.ResultAsync("transformBatch", """{"batchId":"told","files":[{"file":"a.md","content":"a"},{"file":"b.md","content":"b"}]}""");
        await client.ResultAsync("transformBatch", """{"files":[{"content":"a"}],"options":{"progress":false}}""");

        var progress = Assert.Single(client.Unasked);
        Assert.Equal("progress", progress.GetProperty("method").GetString());
        Assert.Equal("""{"batchId":"told","completed":2,"total":2,"currentFile":"b.md"}""", progress.GetProperty("params").GetRawText());
    }

    [Fact]
    public async Task A_batch_that_is_cancelled_is_answered_with_what_was_done()
    {
        await using var client = new RpcClient();
        var id = await client.RequestAsync("transformBatch", $$"""{"batchId":"c","files":[{"content":"first"},{{string.Join(',', Enumerable.Repeat($$"""{"content":{{Slow}} }""", 8))}}],"options":{"stream":true,"progress":false,"maxWorkers":1} }""");
        Assert.Equal("converted", (await client.ReceiveAsync()).GetProperty("params").GetProperty("status").GetString());

        Assert.True((await client.ResultAsync("cancelBatch", """{"batchId":"c"}""")).GetProperty("cancelled").GetBoolean());
        var answer = client.Unasked.FirstOrDefault(message => message.TryGetProperty("id", out var known) && known.GetInt32() == id);
        var summary = (answer.ValueKind == JsonValueKind.Undefined ? await client.AnswerAsync(id) : answer).GetProperty("result").GetProperty("summary");

        Assert.Equal(9, summary.GetProperty("converted").GetInt32() + summary.GetProperty("cancelled").GetInt32());
        Assert.InRange(summary.GetProperty("cancelled").GetInt32(), 1, 8);
        Assert.False((await client.ResultAsync("cancelBatch", """{"batchId":"c"}""")).GetProperty("cancelled").GetBoolean());
    }

    [Fact]
    public async Task A_batch_can_be_cancelled_as_soon_as_it_was_asked_for()
    {
        await using var client = new RpcClient();
        for (var i = 0; i < 50; i++)
        {
            _ = await client.RequestAsync("transformBatch", $$"""{"batchId":"{{i}}","files":[{"content":"a"}],"options":{"progress":false} }""");
            var cancel = await client.RequestAsync("cancelBatch", $$"""{"batchId":"{{i}}"}""");
            var answer = await client.AnswerAsync(cancel);

            // Where it was done before, it was answered before.
            Assert.True(answer.GetProperty("result").GetProperty("cancelled").GetBoolean() || client.Unasked.Any(message => message.GetRawText().Contains($"\"batchId\":\"{i}\"", StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData("transform")]
    [InlineData("transformBatch")]
    public async Task A_request_that_is_cancelled_is_answered_by_an_error(string method)
    {
        await using var client = new RpcClient();
        var id = await client.RequestAsync(method, method == "transform" ? $$"""{"content":{{Slow}} }""" : $$"""{"files":[{{string.Join(',', Enumerable.Repeat($$"""{"content":{{Slow}} }""", 8))}}]}""");
        await client.NotifyAsync("$/cancelRequest", $$"""{"id":{{id}} }""");

        Assert.Equal(RpcErrors.Cancelled, (await client.AnswerAsync(id)).GetProperty("error").GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task What_is_not_done_in_time_is_timed_out()
    {
        var time = new FakeTimeProvider();
        await using var client = new RpcClient(options => options with { Time = time });
        var id = await client.RequestAsync("transformBatch", $$"""{"files":[{"content":"first"},{{string.Join(',', Enumerable.Repeat($$"""{"content":{{Slow}} }""", 8))}}],"options":{"stream":true,"progress":false,"maxWorkers":1,"timeoutMs":1000} }""");
        await client.ReceiveAsync();
        time.Advance(TimeSpan.FromSeconds(1));

        var summary = (await client.AnswerAsync(id)).GetProperty("result").GetProperty("summary");

        Assert.InRange(summary.GetProperty("timedOut").GetInt32(), 1, 8);
        Assert.Equal(9, summary.GetProperty("converted").GetInt32() + summary.GetProperty("timedOut").GetInt32());
    }

    [Theory]
    [InlineData("""{"options":{}}""")]
    [InlineData("""{"files":null}""")]
    [InlineData("""{"files":[null]}""")]
    [InlineData("""{"files":[],"options":{"maxWorkers":0}}""")]
    [InlineData("""{"files":[],"options":{"timeoutMs":0}}""")]
    [InlineData("""{"files":[{"content":"a","more":1}]}""")]
    public async Task Parameters_that_make_no_sense_are_refused(string parameters)
    {
        await using var client = new RpcClient();

        Assert.Equal(RpcErrors.InvalidParams, (await client.ErrorAsync("transformBatch", parameters)).GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task A_slow_reader_slows_a_batch_down()
    {
        await using var client = new RpcClient(outputRoom: 1);
        var files = string.Join(',', Enumerable.Repeat("""{"content":"# a"}""", 5000));
        await client.RequestAsync("transformBatch", $$"""{"files":[{{files}}],"options":{"stream":true,"progress":false} }""");
        await client.ReceiveAsync();
        var metrics = await client.RequestAsync("metrics");
        var converted = (await client.AnswerAsync(metrics)).GetProperty("result").GetProperty("documents").GetProperty("converted").GetInt32();

        // What is converted, and not handed over yet, is bounded.
        Assert.InRange(converted - client.Unasked.Count, 0, 10);
    }
}
