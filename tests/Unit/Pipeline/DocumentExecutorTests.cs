using FastMd.Engine.Documents;
using FastMd.Engine.Pages;
using FastMd.Engine.Pipeline;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Pipeline;

public sealed class DocumentExecutorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_a_destination_the_result_carries_the_content()
    {
        var result = Executor(toFiles: false).Execute(new(7, DocumentSource.FromText("text", "x.md")), NewAttempt());

        Assert.Equal((7L, "x.md", ConversionStatus.Converted, "<text>"), (result.Index, result.SourcePath, result.Status, result.Content));
        Assert.Equal((4L, 6L, 1), (result.InputBytes, result.OutputBytes, result.Attempts));
        Assert.Null(result.OutputPath);
    }

    [Fact]
    public void With_a_destination_the_content_is_in_the_file_only()
    {
        var result = Executor().Execute(Planned("a.md", "text"), NewAttempt());

        Assert.Null(result.Content);
        Assert.Equal(6, result.OutputBytes);
        Assert.Equal("<text>", _folder.Read("site/a.html"));
    }

    [Fact]
    public void What_the_converter_found_is_in_the_result()
    {
        var result = Executor().Execute(Planned("a.md", "text"), NewAttempt());

        Assert.Equal("The title", result.Title);
        Assert.Equal(1L, result.FrontMatter!["key"]);
        Assert.Equal(["FM1001"], result.Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void The_converter_learns_where_links_lead()
        => Assert.Equal("<a.html>", Executor(text => text.StartsWith('@')).Execute(Planned("a.md", "@a.md"), NewAttempt()) is var result
            ? File.ReadAllText(result.OutputPath!)
            : null);

    [Fact]
    public void An_attempt_abandoned_before_the_commit_writes_nothing()
    {
        var attempt = NewAttempt();
        var document = Planned("a.md", "text");
        var executor = new DocumentExecutor(new Converter(onConvert: () => attempt.TryAbandon()), new(), 1000, Target());

        Assert.Throws<OperationCanceledException>(() => executor.Execute(document, attempt));

        Assert.Equal(["docs/a.md"], _folder.Files());
    }

    [Fact]
    public void A_cancelled_attempt_stops_before_it_writes()
    {
        using var cancellation = new CancellationTokenSource();
        var executor = new DocumentExecutor(new Converter(onConvert: cancellation.Cancel), new(), 1000, Target());

        Assert.Throws<OperationCanceledException>(() => executor.Execute(Planned("a.md", "text"), new(1, _time, cancellation.Token)));

        Assert.Equal(["docs/a.md"], _folder.Files());
    }

    [Fact]
    public void A_converter_that_fails_half_way_spoils_no_later_document()
    {
        var executor = Executor();

        Assert.Throws<InvalidOperationException>(() => executor.Execute(Planned("a.md", "!half"), NewAttempt()));
        executor.Execute(Planned("b.md", "text"), NewAttempt());

        Assert.Equal("<text>", _folder.Read("site/b.html"));
    }

    [Fact]
    public void Contents_of_results_are_their_own_even_when_writers_are_used_again()
    {
        var executor = Executor(toFiles: false);

        var results = Enumerable.Range(0, 20).Select(i => executor.Execute(new(i, DocumentSource.FromText($"text {i}")), NewAttempt())).ToArray();

        Assert.All(results, result => Assert.Equal($"<text {result.Index}>", result.Content));
    }

    [Fact]
    public void Pages_are_made_of_what_is_converted_and_share_no_writer()
    {
        var executor = new DocumentExecutor(new Converter(), new(), 1000, pages: new(PageTemplate.Parse("{{title}}: {{content}}{{missing}}", "t"), null));

        var results = Enumerable.Range(0, 20).Select(i => executor.Execute(new(i, DocumentSource.FromText($"text {i}")), NewAttempt())).ToArray();

        Assert.All(results, result => Assert.Equal($"The title: <text {result.Index}>", result.Content));
        Assert.All(results, result => Assert.Equal(result.Content!.Length, result.OutputBytes));
        Assert.All(results, result => Assert.Equal(["FM1001", "FM6001"], result.Diagnostics.Select(diagnostic => diagnostic.Code)));
    }

    [Fact]
    public void The_duration_is_the_clocks()
    {
        var executor = new DocumentExecutor(new Converter(onConvert: () => _time.Advance(TimeSpan.FromSeconds(2))), new(), 1000);

        Assert.Equal(TimeSpan.FromSeconds(2), executor.Execute(new(0, DocumentSource.FromText("x")), NewAttempt()).Duration);
    }

    private DocumentExecutor Executor(bool toFiles = true) => new(new Converter(), new(), 1000, toFiles ? Target() : null);

    private DocumentExecutor Executor(Func<string, bool> isLink) => new(new Converter(isLink: isLink), new(), 1000, Target());

    private OutputTarget Target() => new(new(_folder.At("site"), false), ".html", DocumentFilter.Default);

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
