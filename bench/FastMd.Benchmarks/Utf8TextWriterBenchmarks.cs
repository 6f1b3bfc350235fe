using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using FastMd.Engine.Documents;

namespace FastMd.Benchmarks;

/// <summary>A page written in pieces of a few characters, as renderers write, to the bytes a file needs.</summary>
[MemoryDiagnoser]
public class Utf8TextWriterBenchmarks : IDisposable
{
    private const int Seed = 7;
    private const int LongestPiece = 40;

    private readonly string _page = SamplePage.Markdown();
    private readonly List<Range> _pieces = [];
    private readonly Utf8TextWriter _writer = new();

    public Utf8TextWriterBenchmarks()
    {
        var random = new Random(Seed);
        for (var start = 0; start < _page.Length;)
        {
            var end = Math.Min(_page.Length, start + random.Next(1, LongestPiece));
            _pieces.Add(start..end);
            start = end;
        }
    }

    [Benchmark(Baseline = true)]
    public byte[] StringWriterAndEncoding()
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        WriteTo(writer);
        return Encoding.UTF8.GetBytes(writer.ToString());
    }

    [Benchmark]
    public int Utf8Writer()
    {
        _writer.Clear();
        WriteTo(_writer);
        return _writer.WrittenBytes.Length;
    }

    public void Dispose()
    {
        _writer.Dispose();
        GC.SuppressFinalize(this);
    }

    private void WriteTo(TextWriter writer)
    {
        foreach (var piece in _pieces)
        {
            writer.Write(_page.AsSpan(piece));
        }
    }
}
