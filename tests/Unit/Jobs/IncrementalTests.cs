using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Engine.Jobs.Outputs;
using FastMd.Engine.Jobs.Targets;
using FastMd.Engine.Output.State;
using FastMd.Engine.Pipeline;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Jobs;

/// <summary>Runs over a tree that was converted before.</summary>
public sealed class IncrementalTests : IDisposable
{
    private static readonly DateTime Past = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_did_not_change_is_left_alone_and_its_result_knows_the_same()
    {
        _folder.Write("docs/a.md", "---\ntitle: A\ntags: [x]\n---\ntext");
        _folder.Write("docs/b.md", [(byte)'#', (byte)' ', 0xFF]);
        var first = await RunAsync();
        var written = File.GetLastWriteTimeUtc(_folder.At("site", "a.html"));

        var second = await RunAsync();

        Assert.All(first, result => Assert.Equal((ConversionStatus.Converted, "it is new"), (result.Status, result.Reason)));
        Assert.All(second, result => Assert.Equal((ConversionStatus.Unchanged, null), (result.Status, result.Reason)));
        Assert.Equal(written, File.GetLastWriteTimeUtc(_folder.At("site", "a.html")));
        foreach (var (before, now) in first.Zip(second))
        {
            Assert.Equal(
                (before.Index, before.SourcePath, before.OutputPath, before.Title, before.InputBytes, before.OutputBytes),
                (now.Index, now.SourcePath, now.OutputPath, now.Title, now.InputBytes, now.OutputBytes));
            Assert.Equal(before.Diagnostics, now.Diagnostics);
            Assert.Equal(before.FrontMatter?.Keys, now.FrontMatter?.Keys);
        }
    }

    [Fact]
    public async Task What_is_said_of_dead_links_is_said_again_letter_by_letter()
    {
        _folder.Write("docs/a.md", "[a](missing.md) ![b](missing.png)\n[c](../outside/missing.md#x) [d](b) [e](B.MD) [f](deep/C.md)\n[g](b.md#missing)");
        _folder.Write("docs/b.md", "text");
        _folder.Write("docs/deep/c.md", "text");
        var (first, firstNotices) = await RunWithNoticesAsync(Options());

        var (second, secondNotices) = await RunWithNoticesAsync(Options());

        Assert.Equal(ConversionStatus.Unchanged, second[0].Status);
        Assert.Equal(6, first[0].Diagnostics.Count);
        Assert.Contains("did you mean 'b.md'?", first[0].Diagnostics[3].Message, StringComparison.Ordinal);
        Assert.Contains("'b.md', which there is, differs in case only.", first[0].Diagnostics[4].Message, StringComparison.Ordinal);
        Assert.Equal(first[0].Diagnostics.Select(diagnostic => diagnostic.ToString()), second[0].Diagnostics.Select(diagnostic => diagnostic.ToString()));
        Assert.Equal(Assert.Single(firstNotices), Assert.Single(secondNotices));
    }

    [Fact]
    public async Task Where_links_are_not_to_be_warned_of_nothing_is_said_and_asking_for_it_says_it()
    {
        _folder.Write("docs/a.md", "[a](missing.md) [b](b.md) [c](b.md#missing)");
        _folder.Write("docs/b.md", "text");

        var (silent, silentNotices) = await RunWithNoticesAsync(Options() with { Links = new() { Warnings = false } });
        var output = _folder.Read("site/a.html");
        var (loud, loudNotices) = await RunWithNoticesAsync(Options());

        Assert.Empty(silent[0].Diagnostics);
        Assert.Empty(silentNotices);
        Assert.Contains("b.html", output, StringComparison.Ordinal);
        Assert.Equal(output, _folder.Read("site/a.html"));
        Assert.Equal("options changed", loud[0].Reason);
        Assert.Equal(DiagnosticCodes.DeadLink, Assert.Single(loud[0].Diagnostics).Code);
        Assert.Equal(DiagnosticCodes.DeadAnchor, Assert.Single(loudNotices).Code);
    }

    [Theory]
    [InlineData("its content changed", "docs/a.md", "texT")]
    [InlineData("its content changed", "docs/a.md", "longer text")]
    [InlineData("its output was edited or cut off", "site/a.html", "<p>texT</p>\n")]
    [InlineData("its output was edited or cut off", "site/a.html", "")]
    public async Task An_edit_of_source_or_output_is_seen(string reason, string path, string content)
    {
        _folder.Write("docs/a.md", "text");
        _folder.Write("docs/b.md", "text");
        await RunAsync();
        _folder.Write(path, content);

        var results = await RunAsync();

        Assert.Equal([reason, null], results.Select(result => result.Reason));
        Assert.Equal([ConversionStatus.Converted, ConversionStatus.Unchanged], results.Select(result => result.Status));
        Assert.Equal(path == "docs/a.md" ? $"<p>{content}</p>\n" : "<p>text</p>\n", _folder.Read("site/a.html"));
    }

    [Fact]
    public async Task An_output_that_is_gone_comes_back()
    {
        _folder.Write("docs/a.md", "text");
        await RunAsync();
        File.Delete(_folder.At("site", "a.html"));

        Assert.Equal("its output is gone", Assert.Single(await RunAsync()).Reason);
        Assert.Equal("<p>text</p>\n", _folder.Read("site/a.html"));
    }

    [Fact]
    public async Task A_file_touched_but_not_changed_is_no_change()
    {
        _folder.Write("docs/a.md", "text");
        await RunAsync();
        File.SetLastWriteTimeUtc(_folder.At("docs", "a.md"), Past);
        File.SetLastWriteTimeUtc(_folder.At("site", "a.html"), Past);

        Assert.Equal(ConversionStatus.Unchanged, Assert.Single(await RunAsync()).Status);
    }

    [Fact]
    public async Task Options_that_shape_outputs_rebuild_and_others_do_not()
    {
        _folder.Write("docs/a.md", "text");
        await RunAsync();

        var others = await RunAsync(Options() with { Batch = new() { Workers = 1 }, MaximumDocumentBytes = 1000 });
        var shaping = await RunAsync(Options() with { Target = new HtmlTarget { Markdown = new(MarkdownFlavor.CommonMark) } });

        Assert.Equal((null, "options changed"), (others[0].Reason, shaping[0].Reason));
    }

    [Fact]
    public async Task Everything_is_rebuilt_on_request_and_taken_down_again()
    {
        _folder.Write("docs/a.md", "text");
        await RunAsync();

        Assert.Equal("everything is rebuilt", Assert.Single(await RunAsync(Options() with { Rebuild = true })).Reason);
        Assert.Equal(ConversionStatus.Unchanged, Assert.Single(await RunAsync()).Status);
    }

    [Fact]
    public async Task A_run_that_is_not_incremental_leaves_no_trace()
    {
        _folder.Write("docs/a.md", "text");

        Assert.Null(Assert.Single(await RunAsync(Options() with { Incremental = false })).Reason);
        Assert.Equal(["docs/a.md", "site/a.html"], _folder.Files());
    }

    [Fact]
    public async Task What_a_killed_run_was_writing_goes_though_its_folder_gets_no_document_again()
    {
        _folder.Write("docs/deep/a.md", "text");
        _folder.Write("docs/b.md", "text");
        await RunAsync();

        // The last record says that the run ended.
        using (var state = File.OpenWrite(_folder.At("site", ".fastmd", "state")))
        {
            state.SetLength(state.Length - 1);
        }

        _folder.Write("site/deep/.fastmd-0123456789ab-1.tmp", "half of a pa");
        File.Delete(_folder.At("docs", "deep", "a.md"));

        await RunAsync();

        Assert.DoesNotContain(_folder.Files(), file => file.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("not a state at all")]
    [InlineData("FastMd build state 0\n")]
    public async Task A_state_of_somebody_else_is_ignored_with_a_warning(string state)
    {
        _folder.Write("docs/a.md", "text");
        await RunAsync();
        _folder.Write("site/.fastmd/state", state);

        var (results, notices) = await RunWithNoticesAsync(Options());

        Assert.Equal("it is new", Assert.Single(results).Reason);
        Assert.Equal(DiagnosticCodes.BuildStateProblem, Assert.Single(notices).Code);
        Assert.Equal(ConversionStatus.Unchanged, Assert.Single(await RunAsync()).Status);
    }

    [Fact]
    public async Task A_state_that_cannot_be_opened_costs_the_state_and_no_document()
    {
        _folder.Write("docs/a.md", "text");
        _folder.Write("site/.fastmd", "a file where the folder should be");

        var (results, notices) = await RunWithNoticesAsync(Options());

        Assert.Equal(ConversionStatus.Converted, Assert.Single(results).Status);
        Assert.Equal(DiagnosticCodes.BuildStateProblem, Assert.Single(notices).Code);
    }

    [Fact]
    public async Task A_tree_that_moved_as_a_whole_is_still_known()
    {
        _folder.Write("one/docs/a.md", "[b](b.md)");
        _folder.Write("one/docs/b.md", "text");
        await RunAsync(OptionsOf("one"));
        Directory.Move(_folder.At("one"), _folder.At("two"));

        Assert.All(await RunAsync(OptionsOf("two")), result => Assert.Equal(ConversionStatus.Unchanged, result.Status));
    }

    [Fact]
    public void Two_runs_cannot_have_one_destination()
    {
        _folder.Write("docs/a.md", "text");
        using var first = new ConversionJob(Options());
        using var second = new ConversionJob(Options());
        first.PlanAll(Sources("docs"));

        Assert.Throws<DestinationInUseException>(() => second.PlanAll(Sources("docs")));
    }

    [Fact]
    public async Task A_job_that_was_prepared_knows_what_is_unchanged()
    {
        _folder.Write("docs/a.md", "a");
        await RunAsync();

        using var job = new ConversionJob(Options());

        Assert.True(job.Prepare());
        Assert.All(job.PlanAll(Sources("docs")), document => Assert.Null(document.Freshness!.Reason));
    }

    [Fact]
    public void Nothing_is_prepared_where_no_run_was_before()
    {
        using var job = new ConversionJob(Options());

        Assert.False(job.Prepare());
        Assert.False(Directory.Exists(_folder.At("site")));
    }

    [Fact]
    public async Task A_job_prepared_for_a_destination_in_use_says_so_when_it_plans()
    {
        _folder.Write("docs/a.md", "a");
        await RunAsync();
        using var first = new ConversionJob(Options());
        using var second = new ConversionJob(Options());
        first.PlanAll(Sources("docs"));
        second.Prepare();

        Assert.Throws<DestinationInUseException>(() => second.PlanAll(Sources("docs")));
    }

    [Fact]
    public async Task A_job_that_was_prepared_and_never_planned_lets_the_next_one_in()
    {
        _folder.Write("docs/a.md", "a");
        await RunAsync();
        using (var first = new ConversionJob(Options()))
        {
            first.Prepare();
        }

        using var second = new ConversionJob(Options());

        Assert.Single(second.PlanAll(Sources("docs")));
    }

    [Fact]
    public async Task A_dry_run_knows_what_is_unchanged_and_writes_nothing()
    {
        _folder.Write("docs/a.md", "a");
        await RunAsync();
        _folder.Write("docs/b.md", "b");
        var before = _folder.Files();

        using var job = new ConversionJob(Options() with { DryRun = true });
        var planned = job.PlanAll(Sources("docs"));

        Assert.Equal((null, "it is new"), (planned[0].Freshness?.Reason, planned[1].Freshness?.Reason));
        Assert.Equal((true, false), (planned[0].IsUnchanged, planned[1].IsUnchanged));
        Assert.Equal(before, _folder.Files());
    }

    [Fact]
    public async Task Pruning_removes_what_has_no_source_any_more_and_nothing_else()
    {
        _folder.Write("docs/a.md", "a");
        _folder.Write("docs/deep/er/b.md", "b");
        _folder.Write("docs/c.md", "c");
        await RunAsync();
        _folder.Write("site/mine.html", "mine");
        _folder.Write("site/c.html", "edited");
        Directory.Delete(_folder.At("docs", "deep"), recursive: true);
        File.Delete(_folder.At("docs", "c.md"));

        var (stale, kept) = await PruneAsync(Options());

        Assert.Equal(["c.html", "b.html"], stale.Select(output => Path.GetFileName(output.Path)));
        Assert.Equal(DiagnosticCodes.OutputEdited, Assert.Single(kept).Code);
        Assert.Equal(["a.html", "c.html", "mine.html"], SiteFiles());
        Assert.False(Directory.Exists(_folder.At("site", "deep")));
    }

    [Fact]
    public async Task Pruning_after_a_run_over_a_part_leaves_the_rest()
    {
        _folder.Write("docs/a.md", "a");
        _folder.Write("docs/b.md", "b");
        await RunAsync();

        using var job = new ConversionJob(Options());
        await job.RunAsync(job.PlanAll([DocumentSource.FromFile(_folder.At("docs", "a.md"), 1)]), cancellation: TestContext.Current.CancellationToken).ToArrayAsync(TestContext.Current.CancellationToken);

        Assert.Empty(job.FindStale());
    }

    [Fact]
    public async Task In_a_tree_converted_in_place_links_to_outputs_are_judged_alike_every_time()
    {
        _folder.Write("docs/a.md", "[b](b.html#nowhere)");
        _folder.Write("docs/b.md", "text");
        var options = Options() with { Destination = _folder.At("docs") };

        var runs = new[] { await RunWithNoticesAsync(options), await RunWithNoticesAsync(options) };

        Assert.All(runs, run => Assert.Equal(DiagnosticCodes.DeadAnchor, Assert.Single(run.Notices).Code));
        Assert.All(runs[1].Results, result => Assert.Equal(ConversionStatus.Unchanged, result.Status));
    }

    [Fact]
    public async Task Pruning_leaves_what_came_from_a_folder_that_cannot_be_looked_at()
    {
        _folder.Write("docs/deep/a.md", "a");
        await RunAsync();
        Directory.Delete(_folder.At("docs", "deep"), recursive: true);
        Directory.CreateSymbolicLink(_folder.At("docs", "deep"), "deep");

        var (stale, _) = await PruneAsync(Options());

        Assert.Empty(stale);
    }

    [Fact]
    public async Task Pruning_leaves_what_is_a_source_now()
    {
        _folder.Write("docs/a.md", "a");
        await RunAsync();
        File.Delete(_folder.At("docs", "a.md"));

        using var job = new ConversionJob(Options() with { BasePath = _folder.Path });
        job.PlanAll([DocumentSource.FromFile(_folder.At("site", "a.html"), 1)]);

        Assert.Empty(job.FindStale());
    }

    [Fact]
    public async Task Pruning_goes_on_where_a_file_had_no_place_to_be_copied_to()
    {
        _folder.Write("docs/a.md", "![](con.png)");
        _folder.Write("docs/con.png", "a name that is a device on Windows");
        var options = Options() with { Links = new() { Assets = AssetHandling.Copy } };
        await RunAsync(options);

        Assert.Empty((await PruneAsync(options)).Stale);
    }

    [Fact]
    public async Task Many_runs_do_not_make_the_state_grow_without_end()
    {
        var length = 0L;
        for (var i = 0; i < 100; i++)
        {
            _folder.Write("docs/a.md", $"text {i} {new string('x', 2000)}");
            _folder.Write($"docs/{i}.md", "a document that comes and goes");
            await RunAsync();
            await PruneAsync(Options());
            File.Delete(_folder.At("docs", $"{i}.md"));
            length = Math.Max(length, new FileInfo(_folder.At("site", ".fastmd", "state")).Length);
        }

        Assert.InRange(length, 1, 80_000);
    }

    private string[] SiteFiles()
        => [.. _folder.Files().Where(file => file.StartsWith("site/", StringComparison.Ordinal) && !file.Contains("/.fastmd/")).Select(file => file[5..])];

    private JobOptions Options() => OptionsOf(".");

    private JobOptions OptionsOf(string root) => new()
    {
        BasePath = Path.GetFullPath("docs", _folder.At(root)),
        Destination = Path.GetFullPath("site", _folder.At(root)),
        Incremental = true,
        Batch = new() { Workers = 2 },
    };

    private DocumentSource[] Sources(string folder)
        => [.. new DocumentTree(Path.GetFullPath(folder, _folder.Path), DocumentFilter.Default, null, (path, _) => Assert.Fail(path)).Documents()];

    private async Task<ConversionResult[]> RunAsync(JobOptions? options = null) => (await RunWithNoticesAsync(options ?? Options())).Results;

    private async Task<(ConversionResult[] Results, List<Diagnostic> Notices)> RunWithNoticesAsync(JobOptions options)
    {
        using var job = new ConversionJob(options);
        var results = await job.RunAsync(job.PlanAll(Sources(options.BasePath)), cancellation: TestContext.Current.CancellationToken)
            .ToArrayAsync(TestContext.Current.CancellationToken);
        var notices = new List<Diagnostic>();
        while (job.TryTakeNotice(out var notice))
        {
            notices.Add(notice.Diagnostic);
        }

        return (results, notices);
    }

    private async Task<(IReadOnlyList<StaleOutput> Stale, IReadOnlyList<Diagnostic> Kept)> PruneAsync(JobOptions options)
    {
        using var job = new ConversionJob(options);
        await job.RunAsync(job.PlanAll(Sources(options.BasePath)), cancellation: TestContext.Current.CancellationToken).ToArrayAsync(TestContext.Current.CancellationToken);
        var stale = job.FindStale();
        return (stale, [.. stale.Select(job.Remove).OfType<Diagnostic>()]);
    }
}
