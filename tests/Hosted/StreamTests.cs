using System.Management.Automation;
using FastMd.Tests.Hosted.TestSupport;

namespace FastMd.Tests.Hosted;

/// <summary>What the cmdlets say comes on the stream of its kind, and in its place among the results.</summary>
public sealed class StreamTests : IDisposable
{
    private const int Documents = 120;

    private readonly SampleTree _tree = new(Documents);
    private readonly HostedSession _session;

    public StreamTests()
    {
        for (var number = 0; number < Documents; number += 10)
        {
            _tree.Write(number, $"[dead](gone-{number}.md)\n");
            _tree.Write(number + 5, new string('>', 2000));
        }

        _session = new(_tree.Path);
    }

    public void Dispose()
    {
        _session.Dispose();
        _tree.Dispose();
    }

    [Fact]
    public void Each_message_comes_on_the_stream_of_its_kind()
    {
        using var pipeline = _session.Pipeline("Convert-FastMdBatch docs -Destination site -Verbose");

        var results = pipeline.Invoke();

        Assert.Equal(Documents, results.Count);
        Assert.Equal(Documents / 10, pipeline.Streams.Error.Count);
        Assert.All(pipeline.Streams.Error, error =>
        {
            Assert.StartsWith("NestingTooDeep,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Equal(ErrorCategory.LimitsExceeded, error.CategoryInfo.Category);
            Assert.EndsWith("5.md", (string)error.TargetObject, StringComparison.Ordinal);
        });
        Assert.Equal(Documents / 10, pipeline.Streams.Warning.Count);
        Assert.All(pipeline.Streams.Warning, warning => Assert.Matches(@"0\.md\(1,\d+\): .*gone-\d+\.md", warning.Message));
        Assert.Contains(pipeline.Streams.Verbose, line => line.Message.Contains("000.md -> ", StringComparison.Ordinal));
        Assert.Empty(pipeline.Streams.Information);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void In_merged_streams_errors_stand_right_before_the_result_of_their_document(int workers)
    {
        using var pipeline = _session.Pipeline($"Convert-FastMdBatch docs -Destination site -ThrottleLimit {workers} 2>&1 3>$null");

        var merged = pipeline.Invoke();

        var index = 0;
        string? failed = null;
        foreach (var record in merged)
        {
            if (record.BaseObject is ErrorRecord error)
            {
                Assert.Null(failed);
                failed = (string)error.TargetObject;
                continue;
            }

            Assert.Equal($"{index++}", SampleTree.Of(record, "Index"));
            Assert.Equal(failed is null ? "Converted" : "Failed", SampleTree.Of(record, "Status"));
            Assert.Equal(failed ?? SampleTree.Of(record, "SourcePath"), SampleTree.Of(record, "SourcePath"));
            failed = null;
        }

        Assert.Equal(Documents, index);
    }

    [Fact]
    public void Results_come_before_all_input_is_in()
    {
        using var pipeline = _session.Pipeline("$input | Convert-FastMdBatch -Destination site 3>$null");
        using var input = new PSDataCollection<string>();
        using var output = new PSDataCollection<PSObject>();
        var running = pipeline.BeginInvoke(input, output);

        // The pipeline thread hands results out when input reaches it: more comes for as long as none is out.
        var number = 0;
        Waiting.Until(
            () =>
            {
                input.Add(_tree.At($"docs/{1 + (number++ % 4):000}.md"));
                return output.Count > 0;
            },
            "a result while input arrives");

        Assert.False(running.IsCompleted);
        input.Complete();
        pipeline.EndInvoke(running);
    }

    [Fact]
    public void Progress_ends_with_a_record_that_says_so()
    {
        using var pipeline = _session.Pipeline("Convert-FastMdBatch -LiteralPath (@(Get-ChildItem docs).FullName -notlike '*5.md' * 10) 3>$null");

        pipeline.Invoke();

        var records = pipeline.Streams.Progress.Where(record => record.Activity == "Converting documents").ToList();
        Assert.True(records.Count == 0 || records[^1].RecordType == ProgressRecordType.Completed, "The bar stays.");
        Assert.All(records.SkipLast(1), record => Assert.Equal(ProgressRecordType.Processing, record.RecordType));
    }

    [Fact]
    public void A_host_without_a_user_interface_is_enough()
    {
        using var session = new HostedSession(_tree.Path, new SilentHost());
        using var pipeline = session.Pipeline("Convert-FastMdBatch docs -Destination site -Annotate -Verbose | Select-Object -First 7");

        Assert.Equal(7, pipeline.Invoke().Count);
    }
}
