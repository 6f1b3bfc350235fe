using FastMd.Engine.Reports.Live;

namespace FastMd.Tests.Unit.Reports.Live;

public class JoinedLiveTests
{
    private static Hearing Heard() => new(new FakeTimeProvider(SampleLive.Now));

    [Fact]
    public void Of_nothing_there_is_nothing() => Assert.Null(JoinedLive.Of([], Heard()));

    [Fact]
    public void One_process_is_the_job()
    {
        var joined = JoinedLive.Of([SampleLive.Part()], Heard())!;

        Assert.Equal(SampleBatch.Full().Documents, joined.Report.Documents);
        Assert.Equal(SampleBatch.Full().Latency.P95, joined.Report.Latency.P95);
        Assert.Equal((43, 1000, LiveState.Running), (joined.Completed, joined.Total, joined.State));
        Assert.Single(joined.Processes);
    }

    [Fact]
    public void What_processes_that_share_a_job_did_adds_up_and_how_far_it_is_the_newest_knows()
    {
        var joined = JoinedLive.Of(
            [SampleLive.Part("a/1") with { Completed = 80, At = SampleLive.Now - TimeSpan.FromSeconds(2) }, SampleLive.Part("b/2") with { Completed = 90 }], Heard())!;

        Assert.Equal(2 * SampleBatch.Full().Documents.Total, joined.Report.Documents.Total);
        Assert.Equal(90, joined.Completed);
        Assert.Equal(["a/1", "b/2"], joined.Processes.Select(process => process.Name));
        Assert.Equal(2 * SampleBatch.Full().Timeline[^1].Completed, joined.Report.Timeline[^1].Completed);
        Assert.Equal(100_000_000, joined.Report.Timeline[^1].ResidentBytes);
    }

    [Fact]
    public void Who_publishes_counts_the_documents_and_the_workers_do_them()
    {
        var publisher = SampleLive.Part("a/1", LiveRole.Publisher) with { Completed = 50 };

        var joined = JoinedLive.Of([SampleLive.Part("b/2", LiveRole.Worker), publisher, SampleLive.Part("c/3", LiveRole.Worker)], Heard())!;

        Assert.Equal(SampleBatch.Full().Documents, joined.Report.Documents);
        Assert.Equal(2 * SampleBatch.Full().Workers.AtStart, joined.Report.Workers.AtStart);
        Assert.Equal(SampleBatch.Full().Timeline[^1].Completed, joined.Report.Timeline[^1].Completed);
        Assert.Equal(100_000_000, joined.Report.Timeline[^1].ResidentBytes);
        Assert.Equal(["a/1", "b/2", "c/3"], joined.Processes.Select(process => process.Name));
    }

    [Fact]
    public void The_job_that_was_told_of_last_is_shown_and_no_other()
    {
        var earlier = SampleLive.Part("old/1", state: LiveState.Over) with { Job = "earlier", At = SampleLive.Now - TimeSpan.FromHours(1) };

        Assert.Equal(["new/2"], JoinedLive.Of([SampleLive.Part("new/2"), earlier], Heard())!.Processes.Select(process => process.Name));
    }

    [Fact]
    public void A_process_that_says_nothing_any_more_is_silent_and_has_no_worker_at_work()
    {
        var killed = SampleLive.Part("a/1") with { At = SampleLive.Now - TimeSpan.FromMinutes(1) };

        var alone = JoinedLive.Of([killed], Heard())!;
        var joined = JoinedLive.Of([killed, SampleLive.Part("b/2")], Heard())!;

        Assert.Equal((LiveState.Silent, 0), (alone.State, alone.Processes[0].WorkersActive));
        Assert.Equal(LiveState.Running, joined.State);
        Assert.Equal([LiveState.Silent, LiveState.Running], joined.Processes.Select(process => process.State));
    }

    [Theory]
    [InlineData("Over Over", "Over")]
    [InlineData("Over Cancelled", "Over")]
    [InlineData("Silent Silent", "Silent")]
    [InlineData("Cancelled Silent", "Cancelled")]
    [InlineData("Running Over", "Running")]
    public void A_job_runs_as_long_as_one_of_its_processes_does(string states, string expected)
        => Assert.Equal(
            Enum.Parse<LiveState>(expected),
            JoinedLive.Of(states.Split(' ').Select((state, i) => SampleLive.Part($"host/{i}", state: Enum.Parse<LiveState>(state))), Heard())!.State);

    [Fact]
    public void A_job_whose_publisher_is_over_is_over_whatever_its_workers_do()
        => Assert.Equal(
            LiveState.Over, JoinedLive.Of([SampleLive.Part("a/1", LiveRole.Publisher, LiveState.Over), SampleLive.Part("b/2", LiveRole.Worker)], Heard())!.State);

    [Fact]
    public void A_worker_that_joined_a_job_twice_is_one_process()
    {
        var first = SampleLive.Part("b/2", LiveRole.Worker, LiveState.Over) with { Id = "first", Processes = [SampleLive.Part("b/2", LiveRole.Worker, LiveState.Over).Processes[0] with { At = SampleLive.Now - TimeSpan.FromSeconds(5) }] };

        var process = Assert.Single(JoinedLive.Of([first, SampleLive.Part("b/2", LiveRole.Worker)], Heard())!.Processes);

        Assert.Equal((LiveState.Running, 86), (process.State, process.Documents));
    }

    [Fact]
    public void A_worker_that_joined_again_has_no_more_workers_than_before()
    {
        var first = SampleLive.Part("b/2", LiveRole.Worker, LiveState.Over) with { Id = "first" };

        var joined = JoinedLive.Of([SampleLive.Part("a/1", LiveRole.Publisher), first, SampleLive.Part("b/2", LiveRole.Worker), SampleLive.Part("c/3", LiveRole.Worker)], Heard())!;

        Assert.Equal(2 * SampleBatch.Full().Workers.Most, joined.Report.Workers.Most);
    }

    [Fact]
    public void Processes_of_one_name_and_number_that_run_at_once_are_several()
    {
        var joined = JoinedLive.Of([SampleLive.Part("node/1"), SampleLive.Part("node/1") with { Id = "other container" }], Heard())!;

        Assert.Equal(2, joined.Processes.Count);
        Assert.Equal(8, joined.Pace.DocumentsPerSecond);
    }

    [Fact]
    public void Of_several_jobs_that_run_the_one_that_is_shown_stays()
    {
        LiveReport[] told = [SampleLive.Part("a/1"), SampleLive.Part("b/2") with { Job = "other", At = SampleLive.Now + TimeSpan.FromSeconds(1) }];

        Assert.Equal("other", JoinedLive.Of(told, Heard())!.Job);
        Assert.Equal("job", JoinedLive.Of(told, Heard(), shown: "job")!.Job);
        Assert.Equal("other", JoinedLive.Of([told[0] with { State = LiveState.Over }, told[1]], Heard(), shown: "job")!.Job);
    }

    [Fact]
    public void Where_sums_are_more_than_a_number_holds_one_part_is_shown()
    {
        var much = SampleBatch.Full() with { Elapsed = TimeSpan.MaxValue, Tiers = [.. Enumerable.Repeat(SampleBatch.Full().Tiers[0] with { InputBytes = long.MaxValue }, 2)] };

        var shown = JoinedLive.Of([SampleLive.Part("a/1"), SampleLive.Part("b/2") with { Report = much }], Heard())!;

        Assert.Equal("a/1", Assert.Single(shown.Processes).Name);
    }

    [Fact]
    public void A_process_that_leaves_a_shared_job_when_all_is_done_says_that_it_is_over_whatever_the_others_say_yet()
        => Assert.Equal(
            LiveState.Over,
            JoinedLive.Of([SampleLive.Part("a/1", state: LiveState.Over) with { Completed = 1000 }, SampleLive.Part("b/2")], Heard())!.State);

    [Fact]
    public void The_pace_is_that_of_all_that_run_whatever_their_clocks_say()
    {
        var late = SampleLive.Part("b/2") with { Report = SampleBatch.Full() with { Started = SampleBatch.Full().Started - TimeSpan.FromHours(1) } };

        Assert.Equal(8, JoinedLive.Of([SampleLive.Part("a/1"), late], Heard())!.Pace.DocumentsPerSecond);
        Assert.Equal(4, JoinedLive.Of([SampleLive.Part("a/1", LiveRole.Publisher), SampleLive.Part("b/2", LiveRole.Worker)], Heard())!.Pace.DocumentsPerSecond);
    }

    [Fact]
    public void A_job_that_runs_comes_before_one_that_claims_to_be_of_the_future()
    {
        var future = SampleLive.Part("old/1", state: LiveState.Over) with { Job = "other", At = SampleLive.Now + TimeSpan.FromDays(9000) };

        Assert.Equal("job", JoinedLive.Of([future, SampleLive.Part()], Heard())!.Job);
    }

    [Theory]
    [InlineData(long.MaxValue, 1)]
    [InlineData(1, 1e17)]
    public void What_cannot_be_is_left_out(long bytes, double hours)
    {
        var absurd = SampleBatch.Full() with { InputBytes = bytes, Elapsed = hours > 1e9 ? TimeSpan.MaxValue : TimeSpan.FromHours(hours) };

        LiveReport[] told = [SampleLive.Part("a/1"), SampleLive.Part("b/2") with { Report = absurd }, SampleLive.Part("c/3") with { Report = absurd }];

        var joined = JoinedLive.Of(told.Select(part => LiveReader.TryRead(LiveJson.Write(part))).OfType<LiveReport>(), Heard())!;

        Assert.Contains(joined.Processes, process => process.Name == "a/1");
        Assert.NotEmpty(LiveJson.Write(joined));
    }
}
