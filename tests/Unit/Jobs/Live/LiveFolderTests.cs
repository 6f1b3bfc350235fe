using FastMd.Engine.Jobs.Live;
using FastMd.Engine.Reports.Live;
using FastMd.Tests.Unit.Reports.Live;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Jobs.Live;

public sealed class LiveFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly LiveFolder _live;

    public LiveFolderTests() => _live = new(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Where_nothing_was_told_there_is_nothing() => Assert.Empty(_live.Read());

    [Fact]
    public void What_each_process_told_last_is_read()
    {
        _live.Write("one", LiveJson.Write(SampleLive.Part("a/1")));
        _live.Write("two", LiveJson.Write(SampleLive.Part("b/2")));
        _live.Write("one", LiveJson.Write(SampleLive.Part("a/1") with { Completed = 77 }));

        Assert.Equal([(77L, "a/1"), (43L, "b/2")], _live.Read().Select(part => (part.Completed, part.Processes[0].Name)).OrderBy(part => part.Item2));
        Assert.DoesNotContain(Files(), file => file.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_something_else_or_half_written_or_a_link_is_left_out()
    {
        _live.Write("good", LiveJson.Write(SampleLive.Part()));
        _folder.Write(".fastmd/live/half.json", "{\"job\":\"x\",");
        _folder.Write(".fastmd/live/other.json", "[]");
        _folder.Write("elsewhere.json", System.Text.Encoding.UTF8.GetString(LiveJson.Write(SampleLive.Part())));
        if (!OperatingSystem.IsWindows())
        {
            File.CreateSymbolicLink(_folder.At(".fastmd/live/link.json"), _folder.At("elsewhere.json"));
        }

        Assert.Single(_live.Read());
    }

    [Fact]
    public void A_link_in_the_place_of_a_file_is_replaced_and_not_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege.");
        _folder.Write("elsewhere", "kept");
        Directory.CreateDirectory(_folder.At(".fastmd/live"));
        File.CreateSymbolicLink(_folder.At(".fastmd/live/one.json"), _folder.At("elsewhere"));
        File.CreateSymbolicLink(_folder.At(".fastmd/live/one.tmp"), _folder.At("elsewhere"));

        _live.Write("one", LiveJson.Write(SampleLive.Part()));

        Assert.Null(new FileInfo(_folder.At(".fastmd/live/one.json")).LinkTarget);
        Assert.Equal("kept", File.ReadAllText(_folder.At("elsewhere")));
    }

    [Fact]
    public void A_new_run_deletes_what_others_told()
    {
        _live.Write("mine", LiveJson.Write(SampleLive.Part()));
        _live.Write("earlier", LiveJson.Write(SampleLive.Part() with { Job = "earlier" }));
        _folder.Write(".fastmd/live/half.json", "{");
        _folder.Write(".fastmd/live/killed.tmp", "{");

        _live.Clear("job", isAlone: true, DateTimeOffset.UtcNow);

        Assert.Equal(["mine.json"], Files());
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(3600, false)]
    public void Of_a_run_that_is_resumed_after_a_while_nothing_of_before_stays(int seconds, bool isSame)
    {
        _live.Write("first", LiveJson.Write(SampleLive.Part(state: LiveState.Cancelled)));
        _live.Write("killed", LiveJson.Write(SampleLive.Part("b/2")));

        _live.Clear("job", isAlone: false, DateTimeOffset.UtcNow.AddSeconds(seconds));

        Assert.Equal(isSame ? ["first.json", "killed.json"] : Array.Empty<string>(), Files().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Where_other_processes_may_be_writing_what_they_write_stays()
    {
        _folder.Write(".fastmd/live/other.tmp", "{");

        _live.Clear("job", isAlone: false, DateTimeOffset.UtcNow);

        Assert.True(_folder.Has(".fastmd/live/other.tmp"));
    }

    [Fact]
    public void Where_nothing_can_be_written_nothing_happens()
    {
        _folder.Write(".fastmd", "a file");

        _live.Write("one", LiveJson.Write(SampleLive.Part()));

        Assert.Empty(_live.Read());
    }

    [Fact]
    public void A_pipe_in_the_place_of_a_file_keeps_nobody_waiting()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells pipes from files before they are opened.");
        _live.Write("good", LiveJson.Write(SampleLive.Part()));
        NamedPipe.Create(_folder.At(".fastmd/live/pipe.json"));

        Assert.Single(_live.Read());
        _live.Clear("job", isAlone: true, DateTimeOffset.UtcNow);
        Assert.Equal(["good.json"], Files());
    }

    [Fact]
    public void Of_any_number_of_files_so_many_are_read_the_newest_of_them()
    {
        for (var i = 0; i < 300; i++)
        {
            _live.Write($"old{i}", LiveJson.Write(SampleLive.Part($"old/{i}")));
            File.SetLastWriteTimeUtc(_folder.At($".fastmd/live/old{i}.json"), DateTime.UnixEpoch);
        }

        _live.Write("new", LiveJson.Write(SampleLive.Part("new/1")));

        var read = _live.Read().ToList();
        Assert.Equal(256, read.Count);
        Assert.Contains(read, part => part.Processes[0].Name == "new/1");
    }

    private string[] Files() => [.. Directory.GetFiles(_folder.At(".fastmd/live")).Select(file => Path.GetFileName(file))];
}
