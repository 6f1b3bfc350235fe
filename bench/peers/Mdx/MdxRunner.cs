using System.Globalization;
using System.Text;
using FastMd.Engine.Documents;
using FastMd.Engine.Mdx;
using Markdig;

namespace FastMd.Peers.Mdx;

/// <summary>
/// Converts all pages of a folder in memory each time it reads a converter's name from standard input, and writes a line for it:
/// seconds, processor seconds, characters written. What it is compared with does the same in Node.js.
/// </summary>
internal static class MdxRunner
{
    public const string Mode = "--mdx-runner";
    public const string OneWorker = "fastmd";
    public const string TwoWorkers = "fastmd-2";
    public const string Markdig = "markdig";

    public static int Run(string root)
    {
        var texts = PageTree.Find(root, PageTree.Mdx).Select(page => File.ReadAllText(page.FullName)).ToArray();
        var mdx = Compiler();
        var html = HtmlConverter();
        while (Console.ReadLine() is { } name)
        {
            Func<long> run = name switch
            {
                OneWorker => () => texts.Sum(text => (long)mdx(text).Length),
                TwoWorkers => () => InParallel(texts, mdx),
                Markdig => () => texts.Sum(text => (long)html(text).Length),
                _ => throw new Refusal($"'{name}' is no converter."),
            };
            var processor = Environment.CpuUsage.TotalTime;
            var started = TimeProvider.System.GetTimestamp();
            var characters = run();
            var seconds = TimeProvider.System.GetElapsedTime(started).TotalSeconds;
            Console.WriteLine(new MdxPass(seconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds, characters));
        }

        return 0;
    }

    private static Func<string, string> Compiler()
    {
        var converter = new MdxConverter(new());
        var texts = new ThreadLocal<StringBuilder>(static () => new());
        return text =>
        {
            using var output = new StringWriter(texts.Value!.Clear(), CultureInfo.InvariantCulture);
            converter.Convert(SourceText.FromString(text, DocumentFormat.Mdx), SameLinks.Instance, output);
            return output.ToString();
        };
    }

    private static Func<string, string> HtmlConverter()
    {
        var pipeline = new MarkdownPipelineBuilder()
            .UseYamlFrontMatter().UsePipeTables().UseTaskLists().UseAutoLinks().UseFootnotes().UseEmphasisExtras().Build();
        return text => Markdown.ToHtml(text, pipeline);
    }

    private static long InParallel(string[] texts, Func<string, string> convert)
    {
        var characters = 0L;
        Parallel.ForEach(
            texts,
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            () => 0L,
            (text, _, sum) => sum + convert(text).Length,
            sum => Interlocked.Add(ref characters, sum));
        return characters;
    }
}
