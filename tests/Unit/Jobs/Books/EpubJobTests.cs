using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Engine.Jobs.Outputs;
using FastMd.Engine.Pipeline;
using FastMd.Tests.Unit.Books.Epub;
using FastMd.Tests.Unit.TestSupport;
using FastMd.Tests.Unit.Workers.TestSupport;

namespace FastMd.Tests.Unit.Jobs.Books;

/// <summary>Books in EPUB, from a tree to a destination.</summary>
public sealed class EpubJobTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static BookFile Novel => new BookFile()
        .Chapter("one.xhtml", "<h1>One</h1><p><a href=\"two.xhtml#there\">on</a> <img src=\"cat.png\" alt=\"a cat\"/></p>")
        .Chapter("two.xhtml", "<h1>Two</h1><p id=\"there\">There.</p><p><img src=\"cat.png\" alt=\"the cat again\"/></p>")
        .Image("cat.png")
        .Nav("<li><a href=\"one.xhtml\">One</a></li><li><a href=\"two.xhtml\">Two</a></li>");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("html", ".html", "href=\"02-two.html#there\"", "src=\"images/cat.png\"")]
    [InlineData("markdown", ".md", "(02-two.md#there)", "(images/cat.png)")]
    [InlineData("context", ".md.mdc", "(02-two.md.mdc#there)", "(images/cat.png)")]
    public async Task A_book_becomes_a_folder_of_chapters_whose_links_and_images_resolve(string target, string extension, string link, string image)
    {
        Write(Novel);

        var results = await RunAsync(("to", target));

        Assert.All(results.Where(result => result.Document is not null), result => Assert.Equal((ConversionStatus.Converted, 0), (result.Status, result.Diagnostics.Count)));
        Assert.Equal(
            [$"01-one{extension}", $"02-two{extension}", "images/cat.png", $"index{extension}"],
            Outputs("novel").Select(file => file.Replace('\\', '/')));
        var one = File.ReadAllText(_folder.At($"out/novel/01-one{extension}"));
        Assert.Contains(link, one, StringComparison.Ordinal);
        Assert.Contains(image, one, StringComparison.Ordinal);
        Assert.Contains($"01-one{extension}", File.ReadAllText(_folder.At($"out/novel/index{extension}")), StringComparison.Ordinal);
        Assert.Equal([1, 2, 3], File.ReadAllBytes(_folder.At("out/novel/images/cat.png")));
    }

    [Fact]
    public async Task A_book_becomes_one_document_where_that_is_asked_for()
    {
        Write(Novel);

        var result = Assert.Single(await RunAsync(("to", "markdown"), ("books", "single")));

        var text = File.ReadAllText(_folder.At("out/novel.md"));
        Assert.Equal(ConversionStatus.Converted, result.Status);
        Assert.Contains("# One", text, StringComparison.Ordinal);
        Assert.Contains("# Two", text, StringComparison.Ordinal);
        Assert.Contains("](novel/images/cat.png)", text, StringComparison.Ordinal);
        Assert.Matches(@"\[on\]\(#[^)]*there\)", text);
        Assert.True(File.Exists(_folder.At("out/novel/images/cat.png")));
    }

    [Fact]
    public async Task A_book_becomes_the_one_file_that_was_named()
    {
        Write(Novel);
        var options = JobOptions.From(FaultyWorkers.Settings(_folder, ("to", "markdown")), _folder.At("in"), _folder.At("out/book.md"), force: false).OrOneFile();

        var result = Assert.Single(await RunAsync(options));

        Assert.Equal((ConversionStatus.Converted, _folder.At("out/book.md")), (result.Status, result.OutputPath));
        Assert.True(File.Exists(_folder.At("out/novel/images/cat.png")));
    }

    [Fact]
    public async Task A_second_run_changes_nothing_and_puts_back_what_was_removed()
    {
        Write(Novel);
        await RunAsync();
        File.Delete(_folder.At("out/novel/images/cat.png"));

        var results = await RunAsync();

        Assert.All(results, result => Assert.Equal(ConversionStatus.Unchanged, result.Status));
        Assert.True(File.Exists(_folder.At("out/novel/images/cat.png")));
        Assert.Empty(await StaleAsync());
    }

    [Fact]
    public async Task What_a_book_does_not_hold_any_more_is_stale()
    {
        Write(Novel);
        await RunAsync();
        Write(new BookFile().Chapter("one.xhtml", "<h1>One</h1><p>Alone.</p>").Nav("<li><a href=\"one.xhtml\">One</a></li>"));

        var stale = await StaleAsync();

        Assert.Equal(["02-two.html", "images/cat.png"], stale.Select(output => Path.GetRelativePath(_folder.At("out/novel"), output.Path).Replace('\\', '/')).Order(StringComparer.Ordinal));
        Assert.All(stale, output => Assert.Matches("has no (part|file) '.*' any more", output.Reason));
    }

    [Fact]
    public async Task A_file_of_a_person_in_the_place_of_an_image_stays()
    {
        _folder.Write("in/page.md", "page");
        await RunAsync();
        _folder.Write("out/novel/images/cat.png", "mine");
        Write(Novel);

        await RunAsync();

        Assert.Equal("mine", File.ReadAllText(_folder.At("out/novel/images/cat.png")));
    }

    [Fact]
    public async Task A_link_to_a_book_leads_to_the_book_which_is_copied_along()
    {
        Write(Novel);
        _folder.Write("in/page.md", "[the novel](novel.epub)");

        var results = await RunAsync();

        Assert.All(results, result => Assert.Empty(result.Diagnostics));
        Assert.Contains("href=\"novel.epub\"", File.ReadAllText(_folder.At("out/page.html")), StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(_folder.At("in/novel.epub")), File.ReadAllBytes(_folder.At("out/novel.epub")));
    }

    [Fact]
    public async Task A_broken_book_is_one_error_and_the_others_are_converted()
    {
        Write(Novel);
        _folder.Write("in/broken.epub", "no archive");

        var results = await RunAsync();

        Assert.Equal(("broken.epub", DiagnosticCodes.BookUnreadable), results.Where(result => !result.IsDone).Select(result => (Path.GetFileName(result.SourcePath), result.Diagnostics[0].Code)).Single());
        Assert.Equal(3, results.Count(result => result.IsDone));
    }

    [Fact]
    public async Task Images_stay_in_the_book_where_no_assets_are_copied()
    {
        Write(Novel);

        await RunAsync(("assets", "none"));

        Assert.False(Directory.Exists(_folder.At("out/novel/images")));
    }

    private void Write(BookFile book)
    {
        Directory.CreateDirectory(_folder.At("in"));
        File.WriteAllBytes(_folder.At("in/novel.epub"), book.ToBytes());
    }

    private IEnumerable<string> Outputs(string folder)
        => Directory.EnumerateFiles(_folder.At($"out/{folder}"), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_folder.At($"out/{folder}"), file)).Order(StringComparer.Ordinal);

    private JobOptions Options(params (string Key, string Value)[] settings)
        => JobOptions.From(FaultyWorkers.Settings(_folder, settings), _folder.At("in"), _folder.At("out"), force: false);

    private Task<List<ConversionResult>> RunAsync(params (string Key, string Value)[] settings) => RunAsync(Options(settings));

    private async Task<List<ConversionResult>> RunAsync(JobOptions options)
    {
        using var job = new ConversionJob(options);
        return await job.RunAsync(job.PlanAll(Sources()), cancellation: Cancellation).ToListAsync(Cancellation);
    }

    private async Task<IReadOnlyList<StaleOutput>> StaleAsync()
    {
        using var job = new ConversionJob(Options());
        await job.RunAsync(job.PlanAll(Sources()), cancellation: Cancellation).ToListAsync(Cancellation);
        return job.FindStale();
    }

    private List<DocumentSource> Sources()
        => [.. Directory.EnumerateFiles(_folder.At("in")).Order(StringComparer.Ordinal).Select(path => DocumentSource.FromFile(path, new FileInfo(path).Length))];
}
