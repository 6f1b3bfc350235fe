using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Engine.Measuring;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Measuring;

public sealed class SpeedMeterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1, new[] { 1 })]
    [InlineData(2, new[] { 1, 2 })]
    [InlineData(10, new[] { 1, 2, 3, 4, 5, 6, 7, 8, 10 })]
    [InlineData(64, new[] { 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 18, 22, 27, 33, 41, 51, 63, 64 })]
    public void Few_workers_are_all_measured_and_many_in_steps(int most, int[] expected)
        => Assert.Equal(expected, SpeedMeter.WorkerCounts(most));

    [Fact]
    public async Task Every_number_of_workers_converts_all_documents_and_the_outputs_are_there()
    {
        var sources = Enumerable.Range(0, 20)
            .Select(i => _folder.Write($"docs/{i}.md", $"# Page {i}\n"))
            .Select(path => DocumentSource.FromFile(path, new FileInfo(path).Length))
            .ToArray();
        var shares = new List<double>();
        var meter = new SpeedMeter(new JobOptions { BasePath = _folder.At("docs"), Destination = _folder.At("out") });

        var measured = await meter.MeasureAsync(sources, [1, 2], rounds: 3, new Shares(shares), TestContext.Current.CancellationToken);

        Assert.Equal((20, 0, 3), (measured.Documents, measured.Failed, measured.Rounds));
        Assert.Equal(sources.Sum(source => source.Length), measured.InputBytes);
        Assert.Equal([1, 2], measured.Points.Select(point => point.Workers));
        Assert.Equal(1, measured.Points[0].SpeedUp);
        Assert.All(measured.Points, point => Assert.InRange(point.Busy, 0, 1));
        Assert.InRange(measured.Stages.Total + measured.Wait, TimeSpan.FromTicks(1), 2 * measured.Points[0].Elapsed);
        Assert.Equal(Enumerable.Range(1, 8).Select(run => run / 8.0), shares);
        Assert.Equal(20, Directory.GetFiles(_folder.At("out")).Length);
    }

    private sealed class Shares(List<double> reported) : IProgress<double>
    {
        public void Report(double value) => reported.Add(value);
    }
}
