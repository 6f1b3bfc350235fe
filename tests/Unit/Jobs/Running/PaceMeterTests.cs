using FastMd.Engine.Jobs.Running;
using FastMd.Engine.Reports.Live;
using FastMd.Tests.Unit.Reports;

namespace FastMd.Tests.Unit.Jobs.Running;

public class PaceMeterTests
{
    [Fact]
    public void The_pace_is_that_of_the_last_while_however_long_the_job_takes()
    {
        var meter = new PaceMeter();

        // Fifty a second for ten hours, then a hundred, then nothing.
        var (at, done) = (0.0, 0.0);
        Assert.Equal(50, PaceAfter(36_000, 50).DocumentsPerSecond, 0.5);
        Assert.Equal((100.0, 200.0), Rounded(PaceAfter(12, 100)));
        Assert.Equal(50, PaceAfter(5, 0).DocumentsPerSecond, 3.0);
        Assert.Equal(default, PaceAfter(6, 0));

        RecentPace PaceAfter(double seconds, double perSecond)
        {
            for (var end = at + seconds; at < end;)
            {
                at += 0.25;
                done += 0.25 * perSecond;
                meter.Add(SampleBatch.Sample(at, (long)done) with { Pages = 2 * (long)done });
            }

            return meter.Pace;
        }
    }

    [Fact]
    public void Before_the_first_while_is_over_it_is_that_since_the_start()
    {
        var meter = new PaceMeter();
        Assert.Equal(default, meter.Pace);

        meter.Add(SampleBatch.Sample(0.5, 20));

        Assert.Equal(40, meter.Pace.DocumentsPerSecond);
    }

    private static (double Documents, double Pages) Rounded(RecentPace pace) => (Math.Round(pace.DocumentsPerSecond), Math.Round(pace.PagesPerSecond));
}
