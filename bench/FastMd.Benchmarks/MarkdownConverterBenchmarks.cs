using System.Text;
using BenchmarkDotNet.Attributes;
using FastMd.Engine.Documents;
using FastMd.Engine.Markdown;
using Markdig;
using Markdig.Extensions.EmphasisExtras;

namespace FastMd.Benchmarks;

/// <summary>
/// One page to HTML against Markdig as its own documentation shows it, with the same extensions. The converter does more: heading ids
/// as GitHub makes them, the title, and UTF-8 bytes where Markdig gives a string.
/// </summary>
[MemoryDiagnoser]
public class MarkdownConverterBenchmarks : IDisposable
{
    private readonly string _page = SamplePage.Markdown();
    private readonly MarkdownConverter _converter = new(new());
    private readonly Utf8TextWriter _writer = new();
    private readonly SourceText _source;
    private readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .UseTaskLists()
        .UseAutoLinks()
        .UseFootnotes()
        .UseAlertBlocks()
        .Build();

    public MarkdownConverterBenchmarks() => _source = SourceText.FromString(_page);

    [Benchmark(Baseline = true)]
    public string Markdig() => Markdown.ToHtml(_page, _pipeline);

    [Benchmark]
    public byte[] MarkdigToUtf8() => Encoding.UTF8.GetBytes(Markdown.ToHtml(_page, _pipeline));

    [Benchmark]
    public int Converter()
    {
        _writer.Clear();
        _converter.Convert(_source, SameLinks.Instance, _writer);
        return _writer.WrittenBytes.Length;
    }

    public void Dispose()
    {
        _writer.Dispose();
        GC.SuppressFinalize(this);
    }
}
