using System.Globalization;
using System.Text.RegularExpressions;
using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Sources;
using FastMd.Engine.Jobs;
using FastMd.Engine.Jobs.Isolating;
using FastMd.Engine.Jobs.Targets;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Pipeline.Executing;
using FastMd.Tests.Unit.TestSupport;
using FastMd.Tests.Unit.Workers.TestSupport;

namespace FastMd.Tests.Unit.Jobs.Books;

/// <summary>Books that are read in worker processes, which are threads here, and become one document each.</summary>
public sealed class BookJobTests : IDisposable
{
    // Padding that makes a book one whose parts are read one by one.
    private static readonly string Large = new('x', 600_000);

    private readonly TemporaryFolder _folder = new();
    private readonly PagedSource _kind = new();

    private string Kept => _folder.At("out/.fastmd/parts");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_book_becomes_one_document_of_all_its_pages_in_order(bool isLarge)
    {
        _folder.Write("in/book.paged", Book([.. Enumerable.Range(1, 9).Select(page => $"Page {page}.")], isLarge));

        var result = Assert.Single(await RunAsync());

        Assert.Equal("", string.Join('\n', result.Diagnostics.Select(diagnostic => diagnostic.Message)));
        Assert.Equal((ConversionStatus.Converted, isLarge ? 10 : 9), (result.Status, result.Pages));
        Assert.Equal(Enumerable.Range(1, 9), Regex.Matches(File.ReadAllText(_folder.At("out/book.html")), @"Page (\d+)").Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)));
        Assert.False(Directory.Exists(Kept));
    }

    [Fact]
    public async Task What_worker_processes_read_is_never_read_in_this_process()
    {
        _folder.Write("in/book.paged", "one\ftwo");
        var options = Options() with { Isolation = new() { Kind = Engine.Configuration.Isolation.Thread } };

        var result = Assert.Single(await RunAsync(options));

        Assert.Equal((ConversionStatus.Failed, DiagnosticCodes.WorkersUnavailable), (result.Status, Assert.Single(result.Diagnostics).Code));
        Assert.Equal(0, _kind.Reads);
    }

    [Fact]
    public async Task A_part_that_cannot_be_read_is_one_warning_and_the_others_are_kept()
    {
        _folder.Write("in/book.paged", Book(["one", "two", "broken", "four", "five"], isLarge: true));

        var result = Assert.Single(await RunAsync());

        Assert.Equal(ConversionStatus.Converted, result.Status);
        Assert.Equal((DiagnosticSeverity.Warning, "003-004 cannot be read."), (result.Diagnostics[0].Severity, result.Diagnostics[0].Message));
        Assert.Contains("<!-- 003-004 is missing -->", Lines("book.html"));
        Assert.Contains("five", File.ReadAllText(_folder.At("out/book.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_book_of_which_nothing_can_be_read_has_failed()
    {
        _folder.Write("in/book.paged", "broken");

        var result = Assert.Single(await RunAsync());

        Assert.Equal((ConversionStatus.Failed, "001-001 cannot be read."), (result.Status, string.Join('\n', result.Diagnostics.Select(diagnostic => diagnostic.Message))));
        Assert.False(File.Exists(_folder.At("out/book.html")));
    }

    [Fact]
    public async Task A_book_that_did_not_change_is_not_read_again_nor_one_with_the_same_content()
    {
        _folder.Write("in/book.paged", Book(["one", "two", "three"], isLarge: true));
        await RunAsync();
        var reads = _kind.Reads;

        Assert.Equal(ConversionStatus.Unchanged, Assert.Single(await RunAsync()).Status);
        File.SetLastWriteTimeUtc(_folder.At("in/book.paged"), new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(ConversionStatus.Unchanged, Assert.Single(await RunAsync()).Status);

        Assert.Equal(reads, _kind.Reads);
    }

    [Fact]
    public async Task A_run_that_was_cancelled_leaves_the_parts_it_read_to_the_next()
    {
        _folder.Write("in/book.paged", Book([.. Enumerable.Range(1, 39).Select(page => $"Page {page}.")], isLarge: true));
        using (var cancelled = CancellationTokenSource.CreateLinkedTokenSource(Cancellation))
        {
            using var job = new ConversionJob(Options(onPart: reads => CancelAt(reads, 10, cancelled)));
            var planned = job.PlanAll([Source("book.paged")]);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await job.RunAsync(planned, cancellation: cancelled.Token).ToListAsync(Cancellation));
        }

        var kept = Directory.EnumerateFiles(Kept, "*", SearchOption.AllDirectories).Count();
        var again = 0;
        var result = Assert.Single(await RunAsync(Options(onPart: _ => Interlocked.Increment(ref again))));

        Assert.Equal(ConversionStatus.Converted, result.Status);
        Assert.InRange(kept, 1, 19);
        Assert.Equal(20 - kept, again);
        Assert.Equal(39, Lines("book.html").Count(line => line.Contains("Page", StringComparison.Ordinal)));
        Assert.False(Directory.Exists(Kept));
    }

    [Fact]
    public async Task A_kept_part_that_was_torn_is_read_again()
    {
        _folder.Write("in/book.paged", Book(["one", "two", "three", "four"], isLarge: true));
        using (var cancelled = CancellationTokenSource.CreateLinkedTokenSource(Cancellation))
        {
            using var job = new ConversionJob(Options(onPart: reads => CancelAt(reads, 3, cancelled)));
            var planned = job.PlanAll([Source("book.paged")]);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await job.RunAsync(planned, cancellation: cancelled.Token).ToListAsync(Cancellation));
        }

        foreach (var kept in Directory.EnumerateFiles(Kept, "*", SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllBytes(kept);
            bytes[^1] ^= 1;
            File.WriteAllBytes(kept, bytes);
        }

        await RunAsync();

        Assert.Equal(["one", "two", "three", "four"], File.ReadAllText(_folder.At("out/book.html")).Split(['<', '>', '\n', 'x', 'p', '/'], StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_book_gives_way_to_a_document_that_becomes_the_same_output()
    {
        _folder.Write("in/guide.paged", "book");
        _folder.Write("in/guide.md", "document");
        _folder.Write("in/alone.paged", "alone");

        var results = await RunAsync();

        Assert.All(results, result => Assert.Equal(ConversionStatus.Converted, result.Status));
        Assert.Equal(["alone.html", "guide.html", "guide.paged.html"], results.Select(result => Path.GetFileName(result.OutputPath!)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Where_links_are_checked_books_are_left_out()
    {
        _folder.Write("in/book.paged", "one");
        _folder.Write("in/page.md", "[book](book.paged)");

        var result = Assert.Single(await RunAsync(Options() with { ChecksLinks = true }));

        Assert.Equal(("page.md", true), (Path.GetFileName(result.SourcePath), result.IsDone));
    }

    // What is read is kept by another thread, a moment later.
    private void CancelAt(int reads, int count, CancellationTokenSource cancelled)
    {
        if (reads >= count)
        {
            Assert.True(SpinWait.SpinUntil(() => Directory.Exists(Kept) && Directory.EnumerateFiles(Kept, "*", SearchOption.AllDirectories).Any(), TimeSpan.FromSeconds(30)));
            cancelled.Cancel();
        }
    }

    private static string Book(string[] pages, bool isLarge) => string.Join('\f', pages) + (isLarge ? "\f" + Large : "");

    private string[] Lines(string output) => File.ReadAllLines(_folder.At($"out/{output}"));

    private DocumentSource Source(string name) => DocumentSource.FromFile(_folder.At($"in/{name}"), new FileInfo(_folder.At($"in/{name}")).Length);

    private async Task<List<ConversionResult>> RunAsync(JobOptions? options = null)
    {
        using var job = new ConversionJob(options ?? Options());
        var sources = Directory.EnumerateFiles(_folder.At("in")).Order(StringComparer.Ordinal).Select(path => Source(Path.GetFileName(path))).ToList();
        return await job.RunAsync(job.PlanAll(sources), cancellation: Cancellation).ToListAsync(Cancellation);
    }

    private JobOptions Options(Action<int>? onPart = null)
    {
        var options = new JobOptions
        {
            BasePath = _folder.At("in"),
            Destination = _folder.At("out"),
            Incremental = true,
            Target = new HtmlTarget(),
            Reading = new() { Sources = SourceKinds.Default.With(_kind) },
            Settings = FaultyWorkers.Settings(_folder),
        };
        var executing = JobExecutors.ExecutingOf(options, links: null) with { IsInWorker = true };
        return options with
        {
            Isolation = new()
            {
                Kind = Engine.Configuration.Isolation.Thread,
                Program = () => FaultyWorkers.Program(),
                Pool = (_, wanted) => new(new ThreadWorkers(_ => new TellingExecutor(new DocumentExecutor(executing), () => onPart?.Invoke(_kind.Reads))), wanted with { Processes = 2 }),
            },
        };
    }

    private sealed class TellingExecutor(IDocumentExecutor executor, Action told) : IDocumentExecutor
    {
        public ExecutedDocument Execute(DocumentWork work, IExecution execution)
        {
            var executed = executor.Execute(work, execution);
            if (work.Kind == WorkKind.ReadText)
            {
                told();
            }

            return executed;
        }
    }
}
