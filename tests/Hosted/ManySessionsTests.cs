using FastMd.Tests.Hosted.TestSupport;

namespace FastMd.Tests.Hosted;

/// <summary>Sessions of one process share the engine, and nothing else.</summary>
public sealed class ManySessionsTests : IDisposable
{
    private const int Sessions = 16;
    private const int Documents = 40;

    private readonly SampleTree _tree = new(Documents);

    public void Dispose() => _tree.Dispose();

    [Fact]
    public async Task Sessions_that_import_and_convert_at_once_write_the_same_and_keep_their_own_reports()
    {
        var reports = await AtOnceAsync(number =>
        {
            using var session = new HostedSession(_tree.Path);
            session.Run($"Convert-FastMdBatch -LiteralPath (Get-ChildItem docs | Select-Object -First {number + 1}).FullName -BasePath docs -Destination site{number} -ThrottleLimit 2");
            return SampleTree.Of(Assert.Single(session.Run("Get-FastMdReport")), "Documents");
        });

        Assert.Equal(Enumerable.Range(1, Sessions).Select(count => $"{count}"), reports);
        var whole = _tree.Files($"site{Sessions - 1}");
        Assert.Equal(Sessions, whole.Count);
        Assert.All(Enumerable.Range(0, Sessions), number =>
            Assert.All(_tree.Files($"site{number}"), file => Assert.Equal(whole[file.Key], file.Value)));
    }

    [Fact]
    public async Task Sessions_that_write_to_one_destination_take_turns_or_are_told_that_it_is_in_use()
    {
        var outcomes = await AtOnceAsync(number =>
        {
            using var session = new HostedSession(_tree.Path);
            using var pipeline = session.Pipeline("Convert-FastMdBatch docs -Destination site -Force");
            var results = pipeline.Invoke().Count;
            return string.Join(", ", pipeline.Streams.Error.Select(error => error.FullyQualifiedErrorId.Split(',')[0]).Prepend($"{results} results"));
        });

        Assert.Contains($"{Documents} results", outcomes);
        Assert.Empty(outcomes.Except([$"{Documents} results", "0 results, DestinationInUse"]));
        var files = _tree.Files("site");
        Assert.Equal(Documents, files.Count);
        Assert.All(files, file => Assert.EndsWith("</ul>\n", file.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_session_that_removes_the_module_takes_it_from_no_other()
    {
        using var other = new HostedSession(_tree.Path);

        await AtOnceAsync(_ =>
        {
            using var session = new HostedSession(_tree.Path);
            session.Run("Remove-Module FastMd");
            return "";
        });

        Assert.Equal(Documents, other.Run("Convert-FastMdBatch docs -Destination site").Count);
        Assert.Equal("<p>x</p>\n", $"{Assert.Single(other.Run("'x' | Convert-FastMdText"))}");
    }

    private static async Task<string[]> AtOnceAsync(Func<int, string> session)
    {
        using var start = new Barrier(Sessions);
        return await Task.WhenAll(Enumerable.Range(0, Sessions).Select(number => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait(Waiting.Patience, TestContext.Current.CancellationToken);
                return session(number);
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));
    }
}
