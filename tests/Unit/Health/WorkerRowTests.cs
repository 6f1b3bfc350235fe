using FastMd.Engine.Health;
using FastMd.Engine.Jobs.Isolating;
using FastMd.Engine.Workers.Launching;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Health;

public class WorkerRowTests
{
    [Theory]
    [InlineData(true, "/opt/fastmd, native")]
    [InlineData(false, "/opt/fastmd, run by dotnet")]
    public void A_worker_process_that_can_be_started_is_named(bool isNative, string found)
        => Assert.Equal(new("Worker processes", HealthStatus.Ok, found, null), WorkerCheck.Row(new("/opt/fastmd", isNative, Failure: null)));

    [Theory]
    [InlineData(null, "cannot be used: it is broken")]
    [InlineData("/opt/fastmd", "cannot be used: it is broken (/opt/fastmd)")]
    public void One_that_cannot_be_started_is_a_warning_with_its_reason(string? program, string found)
    {
        var row = WorkerCheck.Row(new(program, IsNative: true, "it is broken"));

        Assert.Equal((HealthStatus.Warning, found), (row.Status, row.Found));
        Assert.NotNull(row.Advice);
    }

    [Fact]
    public void Where_there_is_nothing_to_start_that_is_said()
        => Assert.Equal(new(null, IsNative: false, WorkerPrograms.Missing), WorkerTrials.Of(null));

    [Fact]
    public void An_executable_that_is_not_there_cannot_be_used()
    {
        using var folder = new TemporaryFolder();
        var path = folder.At("fastmd");

        var trial = WorkerTrials.Of(new(path, [WorkerProgram.Command], IsNative: true));

        Assert.Equal((path, true), (trial.Program, trial.IsNative));
        Assert.Contains("cannot be started", trial.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public void An_executable_that_is_no_worker_cannot_be_used()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no executable that is everywhere and ends at once.");

        Assert.Contains("is no worker", WorkerTrials.Of(new("/bin/sh", ["-c", "exit 3"], IsNative: true)).Failure, StringComparison.Ordinal);
    }

    [Fact]
    public void The_executable_beside_this_process_can_be_used()
    {
        var program = WorkerPrograms.OfThisProcess(Environment.GetEnvironmentVariable);
        Assert.SkipWhen(program is null, "There is no dotnet in PATH.");

        var trial = WorkerTrials.Of(program);

        Assert.Equal((Path.Combine(AppContext.BaseDirectory, "fastmd.dll"), false, null), (trial.Program, trial.IsNative, trial.Failure));
    }
}
