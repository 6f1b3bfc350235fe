using System.Diagnostics;
using FastMd.Engine.Documents;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Loops = System.Threading.Tasks.Parallel;

namespace FastMd.Parallel.Measuring;

/// <summary>
/// What people write without FastMd: a parallel loop over Markdig with the same extensions, which reads and writes as many files. No order,
/// no bounds, no half-written files avoided, no failure kept from ending it all.
/// </summary>
internal static class MarkdigLoop
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .UseTaskLists()
        .UseAutoLinks()
        .UseFootnotes()
        .UseAlertBlocks()
        .UseAutoIdentifiers(Markdig.Extensions.AutoIdentifiers.AutoIdentifierOptions.GitHub)
        .Build();

    public static TimeSpan Run(Corpus corpus, string output, int workers)
    {
        var started = Stopwatch.GetTimestamp();
        Loops.ForEach(corpus.Sources, new ParallelOptions { MaxDegreeOfParallelism = workers }, source => Convert(source, corpus.Root, output));
        return Stopwatch.GetElapsedTime(started);
    }

    private static void Convert(DocumentSource source, string root, string output)
    {
        var path = Path.Combine(output, Path.ChangeExtension(Path.GetRelativePath(root, source.Path!), ".html"));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, Markdown.ToHtml(File.ReadAllText(source.Path!), Pipeline));
    }
}
