using FastMd.Engine.Documents;
using FastMd.Engine.Pages;
using FastMd.Engine.Pipeline;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Pipeline;

public sealed class DocumentProcessorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_a_destination_the_result_carries_the_content()
    {
        var result = Processor(toFiles: false).Process(new(7, DocumentSource.FromText("text", "x.md")), NewAttempt());

        Assert.Equal((7L, "x.md", ConversionStatus.Converted, "<text>"), (result.Index, result.SourcePath, result.Status, result.Content));
        Assert.Equal((4L, 6L, 1), (result.InputBytes, result.OutputBytes, result.Attempts));
        Assert.Null(result.OutputPath);
    }

    [Fact]
    public void With_a_destination_the_content_is_in_the_file_only()
    {
        var result = Processor().Process(Planned("a.md", "text"), NewAttempt());

        Assert.Null(result.Content);
        Assert.Equal(6, result.OutputBytes);
        Assert.Equal("<text>", _folder.Read("site/a.html"));
    }

    [Fact]
    public void What_the_converter_found_is_in_the_result()
    {
        var result = Processor().Process(Planned("a.md", "text"), NewAttempt());

        Assert.Equal("The title", result.Title);
        Assert.Equal(1L, result.FrontMatter!["key"]);
        Assert.Equal(["FM1001"], result.Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void The_converter_learns_where_links_lead()
        => Assert.Equal("<a.html>", Processor(text => text.StartsWith('@')).Process(Planned("a.md", "@a.md"), NewAttempt()) is var result
            ? File.ReadAllText(result.OutputPath!)
            : null);

    [Fact]
    public void An_attempt_abandoned_before_the_commit_writes_nothing()
    {
        var attempt = NewAttempt();
        var document = Planned("a.md", "text");
        var processor = Processing.ToFiles(new Converter(onConvert: () => attempt.TryAbandon()), _folder.At("site"));

        Assert.Throws<OperationCanceledException>(() => processor.Process(document, attempt));

        Assert.Equal(["docs/a.md"], _folder.Files());
    }

    [Fact]
    public void A_cancelled_attempt_stops_before_it_writes()
    {
        using var cancellation = new CancellationTokenSource();
        var processor = Processing.ToFiles(new Converter(onConvert: cancellation.Cancel), _folder.At("site"));

        Assert.Throws<OperationCanceledException>(() => processor.Process(Planned("a.md", "text"), new(1, _time, cancellation.Token)));

        Assert.Equal(["docs/a.md"], _folder.Files());
    }

    [Fact]
    public void A_converter_that_fails_half_way_spoils_no_later_document()
    {
        var processor = Processor();

        Assert.Throws<InvalidOperationException>(() => processor.Process(Planned("a.md", "!half"), NewAttempt()));
        processor.Process(Planned("b.md", "text"), NewAttempt());

        Assert.Equal("<text>", _folder.Read("site/b.html"));
    }

    [Fact]
    public void Contents_of_results_are_their_own_even_when_writers_are_used_again()
    {
        var processor = Processor(toFiles: false);

        var results = Enumerable.Range(0, 20).Select(i => processor.Process(new(i, DocumentSource.FromText($"text {i}")), NewAttempt())).ToArray();

        Assert.All(results, result => Assert.Equal($"<text {result.Index}>", result.Content));
    }

    [Fact]
    public void Pages_are_made_of_what_is_converted_and_share_no_writer()
    {
        var processor = Processing.ToContent(new PageConverter(new Converter(), PageTemplate.Parse("{{title}}: {{content}}{{missing}}", "t")));

        var results = Enumerable.Range(0, 20).Select(i => processor.Process(new(i, DocumentSource.FromText($"text {i}")), NewAttempt())).ToArray();

        Assert.All(results, result => Assert.Equal($"The title: <text {result.Index}>", result.Content));
        Assert.All(results, result => Assert.Equal(result.Content!.Length, result.OutputBytes));
        Assert.All(results, result => Assert.Equal(["FM1001", "FM6001"], result.Diagnostics.Select(diagnostic => diagnostic.Code)));
    }

    [Fact]
    public void The_duration_is_the_clocks()
    {
        var processor = Processing.ToContent(new Converter(onConvert: () => _time.Advance(TimeSpan.FromSeconds(2))), time: _time);

        Assert.Equal(TimeSpan.FromSeconds(2), processor.Process(new(0, DocumentSource.FromText("x")), NewAttempt()).Duration);
    }

    private DocumentProcessor Processor(bool toFiles = true) => toFiles ? Processing.ToFiles(new Converter(), _folder.At("site")) : Processing.ToContent(new Converter());

    private DocumentProcessor Processor(Func<string, bool> isLink) => Processing.ToFiles(new Converter(isLink: isLink), _folder.At("site"));

    private Attempt NewAttempt() => new(1, _time, CancellationToken.None);

    private PlannedDocument Planned(string name, string content)
    {
        var path = _folder.Write("docs/" + name, content);
        return new(0, DocumentSource.FromFile(path, content.Length), _folder.At("site", Path.ChangeExtension(name, ".html")), _folder.At("docs"));
    }

    private sealed class Converter(Action? onConvert = null, Func<string, bool>? isLink = null) : IDocumentConverter
    {
        public ConvertedDocument Convert(SourceText source, ILinkTargets links, TextWriter output, CancellationToken cancellation = default)
        {
            output.Write('<');
            onConvert?.Invoke();
            output.Write(isLink?.Invoke(source.Text) is true ? links.Resolve(new(source.Text[1..])) : source.Text);
            output.Write('>');
            return source.Text.StartsWith('!')
                ? throw new InvalidOperationException("half way")
                : new("The title", new Dictionary<string, object?> { ["key"] = 1L }, [Diagnostic.Warning("FM1001", "Look.")]);
        }
    }
}
