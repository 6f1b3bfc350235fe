using FastMd.Engine.Configuration;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Engine.Jobs.Outputs;
using FastMd.Engine.Output;
using FastMd.Engine.Output.State;
using FastMd.Engine.Pipeline;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Jobs;

/// <summary>What is copied along takes nothing from people, and gives nothing away.</summary>
public sealed class AssetSafetyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_destination_that_is_the_source_by_another_name_keeps_its_files_when_pruned()
    {
        _folder.Write("docs/a.md", "![](logo.png)");
        _folder.Write("docs/logo.png", "logo");
        Directory.CreateSymbolicLink(_folder.At("site"), _folder.At("docs"));
        await RunAsync("docs", "site");
        _folder.Write("docs/a.md", "no logo");

        await RunAsync("docs", "site", prunes: true);

        Assert.Equal("logo", _folder.Read("docs/logo.png"));
    }

    [Fact]
    public void A_run_that_is_cancelled_while_files_are_copied_is_cancelled_and_did_not_fail()
    {
        _folder.Write("docs/logo.png", "logo");
        using var cancellation = new CancellationTokenSource();
        var (docs, site) = (_folder.At("docs"), _folder.At("site"));
        using var tree = new OutputTree(site, overwriteReadOnly: false);
        var options = new JobOptions { BasePath = docs, Destination = site };
        var places = new AssetPlaces(new(site, named: null, replaces: false, DestinationState.None), FollowLinks.None);
        var stage = new AssetStage(new(site, ".html"), tree, DestinationState.None, new(options), places, workers: 2, timeLimitOf: _ =>
        {
            cancellation.Cancel();
            return TimeSpan.FromMinutes(1);
        });
        var document = DocumentSource.FromFile(_folder.At("docs", "a.md"), 0);
        stage.Consume(new()
        {
            Index = 0,
            SourcePath = document.Name,
            Status = ConversionStatus.Converted,
            Document = document,
            BasePath = docs,
            Assets = [_folder.At("docs", "logo.png")],
        });

        Assert.ThrowsAny<OperationCanceledException>(() => stage.Run(static (_, _) => { }, cancellation.Token));
        Assert.False(_folder.Has("site/logo.png"));
    }

    [Fact]
    public async Task A_file_behind_a_link_out_of_the_tree_is_not_copied()
    {
        _folder.Write("secret.txt", "secret");
        _folder.Write("docs/a.md", "[file](link.txt) [folder](elsewhere/secret.txt)");
        File.CreateSymbolicLink(_folder.At("docs", "link.txt"), _folder.At("secret.txt"));
        Directory.CreateSymbolicLink(_folder.At("docs", "elsewhere"), _folder.Path);

        var notices = await RunAsync("docs", "site");

        Assert.Equal([DiagnosticCodes.AssetNotCopied, DiagnosticCodes.AssetNotCopied], notices.Select(notice => notice.Code));
        Assert.False(_folder.Has("site/link.txt") || _folder.Has("site/elsewhere/secret.txt"));
    }

    [Fact]
    public async Task A_file_behind_a_link_out_of_the_tree_is_copied_where_all_are_followed_and_goes_where_they_are_not_any_more()
    {
        _folder.Write("elsewhere/text.txt", "text");
        _folder.Write("docs/a.md", "[file](link.txt)");
        File.CreateSymbolicLink(_folder.At("docs", "link.txt"), _folder.At("elsewhere", "text.txt"));

        Assert.Empty(await RunAsync("docs", "site", follow: FollowLinks.All));
        Assert.Equal("text", _folder.Read("site/link.txt"));
        await RunAsync("docs", "site", prunes: true);
        Assert.False(_folder.Has("site/link.txt"));
    }

    [Fact]
    public async Task A_document_behind_a_link_that_is_not_followed_any_more_goes_when_pruned()
    {
        _folder.Write("elsewhere/a.md", "text");
        _folder.Write("docs/b.md", "text");
        File.CreateSymbolicLink(_folder.At("docs", "a.md"), _folder.At("elsewhere", "a.md"));
        await RunAsync("docs", "site", follow: FollowLinks.All);
        Assert.True(_folder.Has("site/a.html"));

        await RunAsync("docs", "site", prunes: true);

        Assert.False(_folder.Has("site/a.html"));
    }

    [Fact]
    public async Task What_lies_in_a_folder_of_version_control_is_not_copied()
    {
        _folder.Write("docs/a.md", "[token](.git/config)");
        _folder.Write("docs/.git/config", "token");

        Assert.Equal(DiagnosticCodes.AssetNotCopied, Assert.Single(await RunAsync("docs", "site")).Code);
        Assert.False(_folder.Has("site/.git/config"));
    }

    [Fact]
    public async Task A_link_within_the_tree_is_not_followed_where_none_is()
    {
        _folder.Write("docs/a.md", "[file](link.txt)");
        _folder.Write("docs/deep/real.txt", "text");
        File.CreateSymbolicLink(_folder.At("docs", "link.txt"), Path.Combine("deep", "real.txt"));

        Assert.Equal(DiagnosticCodes.AssetNotCopied, Assert.Single(await RunAsync("docs", "site", follow: FollowLinks.None)).Code);
        Assert.False(_folder.Has("site/link.txt"));
    }

    [Fact]
    public async Task A_file_behind_a_link_within_the_tree_is_copied()
    {
        _folder.Write("docs/a.md", "[file](link.txt)");
        _folder.Write("docs/deep/real.txt", "text");
        File.CreateSymbolicLink(_folder.At("docs", "link.txt"), Path.Combine("deep", "real.txt"));

        Assert.Empty(await RunAsync("docs", "site"));
        Assert.Equal("text", _folder.Read("site/link.txt"));
    }

    [Fact]
    public async Task Another_file_of_that_name_above_the_tree_stays_unless_forced()
    {
        _folder.Write("docs/v1/a.md", "![](logo.png)");
        _folder.Write("docs/v1/logo.png", "new");
        _folder.Write("docs/logo.png", "somebody's");

        var notices = await RunAsync("docs/v1", "docs");

        Assert.Equal(DiagnosticCodes.AssetNotCopied, Assert.Single(notices).Code);
        Assert.Equal("somebody's", _folder.Read("docs/logo.png"));
        Assert.Empty(await RunAsync("docs/v1", "docs", forces: true));
        Assert.Equal("new", _folder.Read("docs/logo.png"));
    }

    [Fact]
    public async Task The_same_file_above_the_tree_stays_its_owners_when_pruned()
    {
        _folder.Write("docs/v1/a.md", "![](logo.png)");
        _folder.Write("docs/v1/logo.png", "logo");
        _folder.Write("docs/logo.png", "logo");
        Assert.Empty(await RunAsync("docs/v1", "docs"));
        _folder.Write("docs/v1/a.md", "no logo");

        await RunAsync("docs/v1", "docs", prunes: true);

        Assert.True(_folder.Has("docs/logo.png"));
    }

    [Fact]
    public async Task A_copy_above_the_tree_follows_its_source_and_goes_with_it()
    {
        _folder.Write("docs/v1/a.md", "![](logo.png)");
        _folder.Write("docs/v1/logo.png", "one");
        await RunAsync("docs/v1", "docs");
        _folder.Write("docs/v1/logo.png", "two");

        Assert.Empty(await RunAsync("docs/v1", "docs"));
        Assert.Equal("two", _folder.Read("docs/logo.png"));
        _folder.Write("docs/v1/a.md", "no logo");
        await RunAsync("docs/v1", "docs", prunes: true);
        Assert.False(_folder.Has("docs/logo.png"));
    }

    private async Task<List<Diagnostic>> RunAsync(string source, string destination, bool prunes = false, bool forces = false, FollowLinks follow = FollowLinks.Inside)
    {
        var root = _folder.At(source.Split('/'));
        using var job = new ConversionJob(new()
        {
            BasePath = root,
            Destination = _folder.At(destination),
            Incremental = true,
            Rebuild = forces,
            FollowLinks = follow,
            Links = new() { Assets = AssetHandling.Copy },
            Batch = new() { Workers = 2 },
        });
        var documents = new DocumentTree(root, DocumentFilter.Default, null, (path, _) => Assert.Fail(path), follow).Documents();
        await job.RunAsync(job.PlanAll([.. documents]), cancellation: TestContext.Current.CancellationToken)
            .ToArrayAsync(TestContext.Current.CancellationToken);
        foreach (var stale in prunes ? job.FindStale() : [])
        {
            job.Remove(stale);
        }

        var notices = new List<Diagnostic>();
        while (job.TryTakeNotice(out var notice))
        {
            notices.Add(notice.Diagnostic);
        }

        return notices;
    }
}
