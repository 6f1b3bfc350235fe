using FastMd.Engine.Documents;
using FastMd.Engine.Reports;
using FastMd.Engine.Reports.Joining;
using FastMd.Engine.Reports.Recording;
using FsCheck;
using FsCheck.Fluent;

namespace FastMd.Tests.Unit.Reports.Joining;

public class JoinedReportsTests
{
    private static readonly Gen<int[][]> Durations = Gen.Choose(0, 60_000).ArrayOf().ArrayOf().Where(parts => parts.Length > 0);

    [Fact]
    public void A_report_is_read_as_it_was_written()
        => Assert.Equal(Json(SampleBatch.Full()), Json(ReportReader.Read(Json(SampleBatch.Full()))));

    [Fact]
    public void A_timeline_of_a_version_that_measured_less_is_read()
    {
        var written = System.Text.Json.Nodes.JsonNode.Parse(Json(SampleBatch.Full()))!;
        foreach (var point in written["timeline"]!.AsArray())
        {
            Assert.All(["pages", "pagesPerSecond", "openFiles"], name => Assert.True(point!.AsObject().Remove(name)));
        }

        Assert.Equal(SampleBatch.Full().Timeline.Select(point => point.Completed), ReportReader.Read(System.Text.Encoding.UTF8.GetBytes(written.ToJsonString())).Timeline.Select(point => point.Completed));
    }

    [Fact]
    public void One_report_joined_is_that_report_but_for_its_timeline()
    {
        var report = ReportReader.Read(Json(SampleBatch.Full())) with { Timeline = [] };

        Assert.Equal(Json(report), Json(JoinedReports.Of([report])));
    }

    [Fact]
    public void Counts_and_sums_of_joined_reports_are_those_of_all_documents()
    {
        var report = ReportReader.Read(Json(SampleBatch.Full()));
        var later = report with { Started = report.Started + TimeSpan.FromSeconds(5), PeakResidentBytes = 1 };

        var joined = JoinedReports.Of([later, report]);

        Assert.Equal(2 * report.Documents.Total, joined.Documents.Total);
        Assert.Equal(2 * report.InputBytes, joined.InputBytes);
        Assert.Equal((report.Started, report.Elapsed + TimeSpan.FromSeconds(5)), (joined.Started, joined.Elapsed));
        Assert.Equal(report.PeakResidentBytes, joined.PeakResidentBytes);
        Assert.Equal(2 * report.Failures.Count, joined.Failures.Count);
        Assert.Equal(report.Diagnostics.Select(one => (one.Code, 2 * one.Count, 2 * one.Documents)), joined.Diagnostics.Select(one => (one.Code, one.Count, one.Documents)));
        Assert.Equal(2 * report.Latency.Documents, joined.Latency.Buckets.Sum(bucket => bucket.Documents));
        Assert.Equal(report.Workers.Efficiency, joined.Workers.Efficiency);
    }

    [Fact]
    public void No_more_documents_than_said_take_longer_than_a_joined_percentile()
        => TestSupport.Property.Holds(Durations, parts =>
        {
            var joined = JoinedReports.Of([.. parts.Select(ReportOf)]).Latency;
            int[] all = [.. parts.SelectMany(part => part).Order()];
            bool Holds(double share, TimeSpan bound) => all.Count(one => one <= bound.TotalMilliseconds) >= share * all.Length;
            return joined.Documents == all.Length
                && joined.Maximum.TotalMilliseconds == all.DefaultIfEmpty().Max()
                && Holds(0.5, Loosened(joined.P50)) && Holds(0.95, Loosened(joined.P95)) && Holds(0.99, Loosened(joined.P99));
        });

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"schemaVersion\":2}")]
    public void What_is_no_report_is_refused(string text)
        => Assert.Throws<InvalidDataException>(() => ReportReader.Read(System.Text.Encoding.UTF8.GetBytes(text)));

    // The percentiles of a part are within 2 % of the exact ones, above or below.
    private static TimeSpan Loosened(TimeSpan bound) => bound * 1.02;

    private static BatchReport ReportOf(int[] durations)
    {
        var recorder = new BatchRecorder(TimeProvider.System);
        foreach (var (duration, index) in durations.Select((duration, index) => (duration, index)))
        {
            recorder.Completed(SampleBatch.Converted(index, duration), SizeTier.Tiny);
        }

        return ReportReader.Read(Json(recorder.Build(SampleBatch.Machine())));
    }

    private static byte[] Json(BatchReport report)
    {
        using var stream = new MemoryStream();
        ReportJson.Write(report, stream);
        return stream.ToArray();
    }
}
