using FastMd.Cli.Running;
using FastMd.Engine.Jobs;

namespace FastMd.Tests.Unit.Jobs;

public class BatchProgressTests
{
    [Fact]
    public void Pace_and_time_left_follow_from_what_is_done()
    {
        var progress = new BatchProgress
        {
            Completed = 1200,
            Failed = 2,
            Total = 3000,
            InputBytes = 4 * 1048576,
            CurrentFile = "/docs/deep/guide.md",
            Elapsed = TimeSpan.FromSeconds(2),
        };

        Assert.Equal((600.0, 2 * 1048576.0, 0.4, TimeSpan.FromSeconds(3)), (progress.DocumentsPerSecond, progress.BytesPerSecond, progress.Fraction, progress.TimeLeft));
        Assert.Equal("1,200 of 3,000 documents (40 %), 600/s, 2 failed, 3 s left", ProgressText.Line(progress));
        Assert.Equal("1,200 documents (2 failed) in 2.00 s: 600 pages/s, 2.0 MB/s", ProgressText.Summary(progress, isCancelled: false));
        Assert.StartsWith("Cancelled. 1,200 ", ProgressText.Summary(progress, isCancelled: true), StringComparison.Ordinal);
        Assert.Equal("[#########...............] 1,200 of 3,000 documents (40 %), 600/s, 2 failed, 3 s left  guide.md", ProgressText.Bar(progress, 120));
        Assert.Equal(39, ProgressText.Bar(progress, 40).Length);
    }

    [Fact]
    public void Before_anything_is_known_nothing_is_claimed()
    {
        var progress = new BatchProgress { Completed = 0, Failed = 0, InputBytes = 0, Elapsed = TimeSpan.Zero };

        Assert.Equal((0.0, 0.0, null, null), (progress.DocumentsPerSecond, progress.BytesPerSecond, progress.Fraction, progress.TimeLeft));
        Assert.Equal("0 documents, 0/s", ProgressText.Line(progress));
    }
}
