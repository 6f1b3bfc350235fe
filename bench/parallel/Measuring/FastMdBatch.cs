using System.Diagnostics;
using FastMd.Engine.Batching;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Engine.Markdown;
using FastMd.Engine.Pipeline;

namespace FastMd.Parallel.Measuring;

/// <summary>A corpus converted by FastMd: planned, read, converted, written, its results taken in order.</summary>
internal static class FastMdBatch
{
    public static async Task<BatchRun> RunAsync(Corpus corpus, string output, int workers)
    {
        var timeline = new Timeline();
        var pausesBefore = GC.GetTotalPauseDuration();
        var processorBefore = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.GetTimestamp();
        var options = new JobOptions
        {
            BasePath = corpus.Root,
            Destination = output,
            Batch = new() { Workers = workers, TimeLimit = TimeSpan.Zero },
        };
        var processor = Documents.ToFiles(output, new TextDecoder(), options.MaximumDocumentBytes);
        var planned = new ConversionJob(options).PlanAll(corpus.Sources);
        var begun = Stopwatch.GetTimestamp();
        await foreach (var result in new BatchConverter(options.Batch, processor, timeline, TimeProvider.System).ConvertAsync(Stream(planned)))
        {
            _ = result;
        }

        return new(
            workers,
            Stopwatch.GetElapsedTime(started),
            Stopwatch.GetElapsedTime(begun),
            timeline,
            GC.GetTotalPauseDuration() - pausesBefore,
            Environment.CpuUsage.TotalTime - processorBefore);
    }

    private static async IAsyncEnumerable<PlannedDocument> Stream(IReadOnlyList<PlannedDocument> documents)
    {
        foreach (var document in documents)
        {
            yield return document;
        }

        await Task.CompletedTask;
    }
}
