using System.Text.Json;
using FastMd.Tests.Unit.Batching;

namespace FastMd.Tests.Unit.Cli;

public sealed class MergeTests : IDisposable
{
    private readonly FakeProcess _process = new();

    public void Dispose() => _process.Dispose();

    /// <summary>Trees, numbers of shards and targets.</summary>
    public static TheoryData<int, int, string> Trees
    {
        get
        {
            var trees = new TheoryData<int, int, string>();
            for (var shards = 1; shards <= 5; shards++)
            {
                trees.Add(10 + shards, shards, "--to html --assets copy");
                trees.Add(20 + shards, shards, "--to html --page --readme-as-index --assets copy --error-files --strict-encoding");
                trees.Add(30 + shards, shards, "--to context --chunks 100 --llms-txt --llms-full");
            }

            return trees;
        }
    }

    [Theory]
    [MemberData(nameof(Trees))]
    public async Task Shards_merge_to_what_one_run_writes_and_the_next_run_finds_it_unchanged(int seed, int shards, string options)
    {
        Write(seed);
        string[] given = options.Split(' ');
        var whole = await _process.RunAsync(["docs", "-o", "whole", .. given]);
        var parts = await ConvertAsync(shards, given);

        var merged = await MergeAsync([.. parts, "-o", "merged"]);

        Assert.Equal(0, merged.ExitCode);
        Assert.StartsWith($"{shards} shard", merged.Messages.Split('\n')[^2], StringComparison.Ordinal);
        Assert.Equal(Content("whole"), Content("merged"));
        var next = await _process.RunAsync(["docs", "-o", "merged", .. given, "--json", "--verbose"]);
        Assert.Equal(whole.ExitCode, next.ExitCode);
        Assert.All(
            next.OutputLines.Select(line => JsonElement.Parse(line)).Where(json => json.GetProperty("status").GetString() != "failed"),
            json => Assert.True(json.GetProperty("status").GetString() == "unchanged", json.GetRawText()));
        Assert.Equal(Content("whole"), Content("merged"));
        Assert.DoesNotContain("remove", (await _process.RunAsync(["docs", "-o", "merged", .. given, "--prune", "--dry-run"])).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shards_may_be_merged_in_the_place_of_one_of_them_and_merged_again()
    {
        Write(seed: 7);
        await _process.RunAsync("docs", "-o", "whole", "--assets", "copy");
        var parts = await ConvertAsync(3, "--assets", "copy");

        Assert.Equal(0, (await MergeAsync([.. parts, "-o", "merged"])).ExitCode);
        Assert.Equal(0, (await MergeAsync([.. parts, "-o", "merged"])).ExitCode);
        Assert.Equal(0, (await MergeAsync([.. parts, "-o", parts[1]])).ExitCode);

        Assert.Equal(Content("whole"), Content("merged"));
        Assert.Equal(Content("whole"), Content(parts[1]));
        Assert.Contains("unchanged) in", (await _process.RunAsync("docs", "-o", parts[1], "--assets", "copy")).Messages, StringComparison.Ordinal);
        Assert.Contains("holds no shard", (await MergeAsync([.. parts, "-o", "other"])).Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shards_of_another_machine_fit_the_documents_of_this_one_where_their_folder_is_given()
    {
        Write(seed: 8);
        await _process.RunAsync("docs", "-o", "whole", "--assets", "copy");
        var parts = await ConvertAsync(2, "--assets", "copy");
        Directory.CreateDirectory(_process.Folder.At("here", "deep"));
        Directory.Move(_process.Folder.At("docs"), _process.Folder.At("here", "deep", "docs"));
        Directory.Move(_process.Folder.At(parts[0]), _process.Folder.At("here", "one"));
        Directory.Move(_process.Folder.At(parts[1]), _process.Folder.At("here", "two"));

        var merged = await MergeAsync("here/one", "here/two", "-o", "site", "--base", "here/deep/docs");

        Assert.Equal(0, merged.ExitCode);
        Assert.Equal(Content("whole"), Content("site"));
        var next = await _process.RunAsync("here/deep/docs", "-o", "site", "--assets", "copy", "--json");
        Assert.All(next.OutputLines, line => Assert.Equal("unchanged", JsonElement.Parse(line).GetProperty("status").GetString()));
    }

    [Fact]
    public async Task Links_to_places_in_documents_of_other_shards_are_checked()
    {
        _process.Folder.Write("docs/a.md", "# A\n\n[here](b.md#b) [nowhere](b.md#c)");
        _process.Folder.Write("docs/b.md", "# B\n\n[own](#gone)");
        var parts = await ConvertAsync(2);

        var merged = await MergeAsync([.. parts, "-o", "site"]);

        Assert.Equal(0, merged.ExitCode);
        Assert.Matches(@"a\.md\(3,\d+\): warning FM5002: .*#c", merged.Messages);
        Assert.DoesNotContain("#gone", merged.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_shards_are_named_and_can_be_done_without()
    {
        Write(seed: 9);
        var parts = await ConvertAsync(5);

        var refused = await MergeAsync(parts[0], parts[2], parts[3], "-o", "site");
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("FM4014: Shards 2 and 5 of 5 are missing; name their directories, or merge what there is with --partial.", refused.Messages, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was merged." + Environment.NewLine, refused.Messages, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_process.Folder.At("site")));

        Assert.Equal(0, (await MergeAsync(parts[0], parts[2], parts[3], "-o", "site", "--partial")).ExitCode);
        Assert.Equal(Content(parts[0]).Keys.Concat(Content(parts[2]).Keys).Concat(Content(parts[3]).Keys).Order(StringComparer.Ordinal), Content("site").Keys);
    }

    [Fact]
    public async Task A_shard_that_was_not_finished_is_refused()
    {
        Write(seed: 9);
        var parts = await ConvertAsync(2);
        var record = $"{parts[1]}/.fastmd/shard.json";
        _process.Folder.Write(record, _process.Folder.Read(record).Replace("\"finished\":true", "\"finished\":false", StringComparison.Ordinal));

        Assert.Contains("was not finished", (await MergeAsync([.. parts, "-o", "site"])).Messages, StringComparison.Ordinal);
        Assert.Equal(0, (await MergeAsync([.. parts, "-o", "site", "--partial"])).ExitCode);
    }

    [Fact]
    public async Task What_two_shards_wrote_differently_is_an_error_that_names_both_and_nothing_is_written()
    {
        _process.Folder.Write("docs/a.md", "![i](i.png)");
        _process.Folder.Write("docs/b.md", "![i](i.png)");
        _process.Folder.Write("docs/i.png", "one");
        await _process.RunAsync("docs", "-o", "one", "--assets", "copy", "--shard", "1/2");
        await _process.RunAsync("docs", "-o", "same", "--assets", "copy", "--shard", "2/2");
        _process.Folder.Write("docs/i.png", "two");
        await _process.RunAsync("docs", "-o", "two", "--assets", "copy", "--shard", "2/2");

        Assert.Equal(0, (await MergeAsync("one", "same", "-o", "merged")).ExitCode);
        var refused = await MergeAsync("one", "two", "-o", "site");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains($"shard 1/2 ('{_process.Folder.At("one")}') and shard 2/2 ('{_process.Folder.At("two")}') both wrote 'i.png', and differently", refused.Messages, StringComparison.Ordinal);
        Assert.Contains("error FM4013: ", refused.Messages, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_process.Folder.At("site")));
    }

    [Theory]
    [InlineData("were converted with different options", "docs", "--flavor", "commonmark")]
    [InlineData("were converted to different targets, html and context", "docs", "--to", "context")]
    [InlineData("were split from different documents", "more")]
    public async Task Shards_that_are_not_of_one_job_are_refused(string message, params string[] other)
    {
        _process.Folder.Write("docs/a.md", "a");
        _process.Folder.Write("docs/b.md", "b");
        _process.Folder.Write("more/a.md", "a");
        _process.Folder.Write("more/b.md", "bb");
        await _process.RunAsync("docs", "-o", "one", "--shard", "1/2");
        await _process.RunAsync([.. other, "-o", "two", "--shard", "2/2"]);

        var refused = await MergeAsync("one", "two", "-o", "site");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains(message, refused.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shards_of_different_splits_and_one_shard_twice_are_refused()
    {
        Write(seed: 3);
        await _process.RunAsync("docs", "-o", "one", "--shard", "1/2");
        await _process.RunAsync("docs", "-o", "two", "--shard", "2/3");
        await _process.RunAsync("docs", "-o", "again", "--shard", "1/2");

        Assert.Contains("are of different splits", (await MergeAsync("one", "two", "-o", "site")).Messages, StringComparison.Ordinal);
        Assert.Contains("Shard 1/2 is there more than once", (await MergeAsync("one", "again", "-o", "site")).Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_output_that_was_changed_since_or_is_gone_is_refused()
    {
        Write(seed: 4);
        var parts = await ConvertAsync(2);
        var output = Content(parts[0]).Keys.First();
        var content = _process.Folder.Read($"{parts[0]}/{output}");
        _process.Folder.Write($"{parts[0]}/{output}", content + " ");
        Assert.Contains("was changed, or cut off; convert the shard again, or copy it again.", (await MergeAsync([.. parts, "-o", "site"])).Messages, StringComparison.Ordinal);

        File.Delete(_process.Folder.At(parts[0], output));
        Assert.Contains("is gone; convert the shard again", (await MergeAsync([.. parts, "-o", "site"])).Messages, StringComparison.Ordinal);

        _process.Folder.Write($"{parts[0]}/{output}", content);
        Assert.Equal(0, (await MergeAsync([.. parts, "-o", "site"])).ExitCode);
    }

    [Fact]
    public async Task What_an_earlier_split_left_in_the_destination_of_a_shard_is_not_merged()
    {
        Write(seed: 5);
        await _process.RunAsync("docs", "-o", "whole");
        await _process.RunAsync("docs", "-o", "shard1", "--shard", "1/3");
        await _process.RunAsync("docs", "-o", "shard2", "--shard", "2/3");
        _process.Folder.Write("docs/page0.md", "another text");
        await _process.RunAsync("docs", "-o", "whole");

        var merged = await MergeAsync([.. await ConvertAsync(2), "-o", "site"]);

        Assert.Equal(0, merged.ExitCode);
        Assert.Equal(Content("whole"), Content("site"));
    }

    [Fact]
    public async Task What_a_document_that_fails_became_with_other_options_is_not_merged()
    {
        Write(seed: 5);
        await _process.RunAsync("docs", "-o", "whole", "--strict-encoding");
        await ConvertAsync(2);
        var parts = await ConvertAsync(2, "--strict-encoding");
        Assert.Contains(parts, part => _process.Folder.Has($"{part}/bad.html"));

        var merged = await MergeAsync([.. parts, "-o", "site"]);

        Assert.Equal(0, merged.ExitCode);
        Assert.EndsWith("; 1 document failed in the shards" + Environment.NewLine, merged.Messages, StringComparison.Ordinal);
        Assert.Equal(Content("whole"), Content("site"));
    }

    [Fact]
    public async Task Trees_that_are_seen_from_folders_of_their_own_are_split_and_merged_as_one()
    {
        Write(seed: 6);
        _process.Folder.Write("more/m.md", "[n](deep/n.md) ![i](i.png)");
        _process.Folder.Write("more/deep/n.md", "[m](../m.md)");
        _process.Folder.Write("more/i.png", "image");
        await _process.RunAsync("docs", "more", "-o", "whole", "--assets", "copy");
        await _process.RunAsync("docs", "more", "-o", "one", "--assets", "copy", "--shard", "1/2");
        await _process.RunAsync("docs", "more", "-o", "two", "--assets", "copy", "--shard", "2/2");

        Assert.Equal(0, (await MergeAsync("one/", "two/", "-o", "site/")).ExitCode);

        Assert.Equal(Content("whole"), Content("site"));
        var next = await _process.RunAsync("docs", "more", "-o", "site", "--assets", "copy", "--json");
        Assert.All(next.OutputLines, line => Assert.Equal("unchanged", JsonElement.Parse(line).GetProperty("status").GetString()));
    }

    [Fact]
    public async Task A_merge_that_may_not_be_is_left_to_the_run_that_has_the_destination()
    {
        Write(seed: 6);
        var parts = await ConvertAsync(2);
        await MergeAsync([.. parts, "-o", "site"]);
        await using var busy = File.Open(_process.Folder.At("site", ".fastmd", "lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        Assert.Equal(3, (await MergeAsync([.. parts, "-o", "site"])).ExitCode);
    }

    [Fact]
    public async Task Prune_removes_what_no_shard_holds_any_more()
    {
        Write(seed: 6);
        _process.Folder.Write("docs/late.md", "for now");
        await MergeAsync([.. await ConvertAsync(2), "-o", "site"]);
        File.Delete(_process.Folder.At("docs", "late.md"));
        var parts = await ConvertAsync(2);

        Assert.Equal(0, (await MergeAsync([.. parts, "-o", "site"])).ExitCode);
        Assert.True(_process.Folder.Has("site/late.html"));
        Assert.Equal(0, (await MergeAsync([.. parts, "-o", "site", "--prune"])).ExitCode);
        Assert.False(_process.Folder.Has("site/late.html"));
    }

    [Fact]
    public async Task Files_that_FastMd_did_not_write_are_not_replaced_unless_that_is_asked_for()
    {
        _process.Folder.Write("docs/a.md", "a");
        _process.Folder.Write("docs/b.md", "b");
        await _process.RunAsync("docs/a.md", "-o", "site", "--base", "docs");
        _process.Folder.Write("site/b.html", "mine");
        var parts = await ConvertAsync(2);

        var refused = await MergeAsync([.. parts, "-o", "site"]);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("FastMd did not write it", refused.Messages, StringComparison.Ordinal);
        Assert.Equal("mine", _process.Folder.Read("site/b.html"));

        Assert.Equal(0, (await MergeAsync([.. parts, "-o", "site", "--force"])).ExitCode);
        Assert.Contains("<p>b</p>", _process.Folder.Read("site/b.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_of_shards_are_joined_to_one()
    {
        Write(seed: 2);
        var whole = await _process.RunAsync("docs", "-o", "whole", "--report", "whole.json");
        await _process.RunAsync("docs", "-o", "one", "--shard", "1/2", "--report", "one/report.json");
        await _process.RunAsync("docs", "-o", "two", "--shard", "2/2", "--report", "two/report.json");

        Assert.Equal(0, (await MergeAsync("one", "two", "-o", "site", "--report", "joined.json")).ExitCode);
        Assert.Equal(0, (await MergeAsync("one", "two", "-o", "site", "--report", "joined.html", "--reports", "one/report.json", "two/report.json")).ExitCode);

        Assert.Equal(0, whole.ExitCode);
        var (expected, joined) = (JsonElement.Parse(_process.Folder.Read("whole.json")), JsonElement.Parse(_process.Folder.Read("joined.json")));
        Assert.Equal(expected.GetProperty("documents").GetRawText(), joined.GetProperty("documents").GetRawText());
        Assert.Equal(expected.GetProperty("outputBytes").GetRawText(), joined.GetProperty("outputBytes").GetRawText());
        Assert.Equal(expected.GetProperty("diagnostics").GetRawText(), joined.GetProperty("diagnostics").GetRawText());
        Assert.False(_process.Folder.Has("site/report.json"));
        Assert.Contains("<title>", _process.Folder.Read("joined.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'nowhere' is no directory", "nowhere", "-o", "site")]
    [InlineData("holds no shard", "docs", "-o", "site")]
    public async Task What_is_no_shard_is_said_to_be_none(string message, params string[] arguments)
    {
        Write(seed: 1);
        var outcome = await MergeAsync(arguments);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(message, outcome.Messages.Replace(_process.Folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("docs")]
    [InlineData("docs", "-o", "")]
    [InlineData("docs", "-o", "site", "--reports", "one.json")]
    [InlineData("docs", "-o", "site", "--report", "run.txt")]
    [InlineData("docs", "-o", "site", "--report", "run.json")]
    public async Task A_command_line_that_makes_no_sense_is_refused(params string[] arguments)
        => Assert.Equal(2, (await MergeAsync(arguments)).ExitCode);

    private void Write(int seed)
    {
        RandomTree.Write(_process.Folder, seed);
        Directory.CreateDirectory(_process.Folder.At("docs"));
        foreach (var entry in Directory.GetFileSystemEntries(_process.Folder.Path).Where(entry => Path.GetFileName(entry) != "docs"))
        {
            Directory.Move(entry, _process.Folder.At("docs", Path.GetFileName(entry)));
        }

        _process.Folder.Write("docs/README.md", "# All\n\n![a](a.png) [d](d0/page1.md) [x](page0.md#x)");
        _process.Folder.Write("docs/d0/other.md", "# Other\n\n![a](../a.png) [all](../README.md#all) [gone](gone.md)");
        _process.Folder.Write("docs/a.png", "not really");
        _process.Folder.Write("docs/bad.md", [0x61, 0xFF]);
    }

    private async Task<string[]> ConvertAsync(int shards, params string[] options)
    {
        string[] parts = [.. Enumerable.Range(1, shards).Select(shard => $"shard{shard}")];
        for (var shard = 0; shard < shards; shard++)
        {
            await _process.RunAsync(["docs", "-o", parts[shard], .. options, "--shard", $"{shard + 1}/{shards}"]);
        }

        return parts;
    }

    private Task<FakeProcess.Outcome> MergeAsync(params string[] arguments)
        => _process.RunCommandAsync(TestContext.Current.CancellationToken, ["merge", .. arguments]);

    /// <summary>Every file of a folder but the build state, with its content.</summary>
    private SortedDictionary<string, string> Content(string folder)
    {
        var root = _process.Folder.At(folder.Split('/'));
        return new(
            Directory.EnumerateFiles(root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
                .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))
                .Where(path => !path.StartsWith(".fastmd/", StringComparison.Ordinal))
                .ToDictionary(path => path, path => Convert.ToHexString(File.ReadAllBytes(Path.Combine(root, path)))),
            StringComparer.Ordinal);
    }
}
