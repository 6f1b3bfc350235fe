using FastMd.Engine.Health;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Health;

public sealed class HealthCheckTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_a_destination_the_machine_is_looked_at()
        => Assert.Equal(
            ["Runtime", "Processors", "Memory", "Garbage collector", "Tiered PGO", "Worker processes", "Temporary folder", "File locks", "Versions"],
            Run(null).Select(row => row.Check));

    [Fact]
    public void With_a_destination_it_is_looked_at_too()
        => Assert.Equal(
            [
                "Runtime", "Processors", "Memory", "Garbage collector", "Tiered PGO", "Worker processes", "Temporary folder",
                "Destination", "File locks", "File names", "Disk space", "Versions",
            ],
            Run(_folder.Path).Select(row => row.Check));

    [Fact]
    public void The_order_does_not_depend_on_what_is_found()
        => Assert.Equal(
            Run(_folder.Path).Select(row => row.Check),
            Run(Path.Combine(_folder.Write("file", "x"), "site")).Select(row => row.Check));

    [Fact]
    public void A_folder_that_is_there_can_be_written_and_nothing_is_left_in_it()
    {
        _folder.Write("site/a.html", "old");

        var rows = Run(_folder.At("site"));

        Assert.Equal((HealthStatus.Ok, $"{_folder.At("site")} can be written"), Of(rows, "Destination"));
        Assert.Equal(["site/a.html"], _folder.Files());
    }

    [Fact]
    public void A_destination_that_does_not_exist_is_not_made_but_the_folder_above_it_is_tried()
    {
        var rows = Run(_folder.At("site", "deep"));

        Assert.Equal((HealthStatus.Ok, $"{_folder.At("site", "deep")}, to be made in {_folder.Path}, can be written"), Of(rows, "Destination"));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_file_in_the_way_of_the_destination_is_a_problem_that_names_it()
    {
        var file = _folder.Write("file", "x");

        var rows = Run(Path.Combine(file, "site"));

        Assert.Equal((HealthStatus.Problem, $"{Path.Combine(file, "site")} cannot be made: '{file}' is not a folder"), Of(rows, "Destination"));
        Assert.All(["File locks", "File names", "Disk space"], check => Assert.Equal(HealthStatus.Warning, Of(rows, check).Status));
        Assert.Equal(["file"], _folder.Files());
    }

    [Fact]
    public void A_link_that_leads_nowhere_is_in_the_way_too()
    {
        File.CreateSymbolicLink(_folder.At("site"), _folder.At("gone"));

        Assert.Equal(HealthStatus.Problem, Of(Run(_folder.At("site")), "Destination").Status);
    }

    [Fact]
    public void A_destination_on_a_read_only_disk_is_a_problem()
    {
        using var disk = new SmallDisk("size=64k");
        Assert.SkipUnless(SmallDisk.Remount(disk.Path, "ro"), "The file system cannot be made read-only.");

        Assert.Equal(HealthStatus.Problem, Of(Run(disk.Path), "Destination").Status);
    }

    [Fact]
    public void A_disk_with_little_room_is_a_warning()
    {
        using var disk = new SmallDisk("size=64k");

        Assert.Equal((HealthStatus.Warning, "0 MB free"), Of(Run(disk.Path), "Disk space"));
        Assert.Empty(Directory.GetFileSystemEntries(disk.Path));
    }

    [Fact]
    public void What_the_folder_is_like_goes_through_to_its_rows()
    {
        var rows = Run(_folder.Path, new FakeFolder { Locks = false, Free = 1024 });

        Assert.Equal(HealthStatus.Warning, Of(rows, "File locks").Status);
        Assert.Equal((HealthStatus.Warning, "0 MB free"), Of(rows, "Disk space"));
    }

    [Fact]
    public void A_temporary_folder_that_is_not_there_is_a_warning()
    {
        var rows = new HealthCheck(Inputs(null) with { TemporaryFolder = _folder.At("gone") }).Run();

        Assert.Equal(HealthStatus.Warning, Of(rows, "Temporary folder").Status);
        Assert.Equal(HealthStatus.Warning, Of(rows, "File locks").Status);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Whatever_is_not_as_it_should_be_says_what_to_do()
        => Assert.DoesNotContain(
            Run(Path.Combine(_folder.Write("file", "x"), "site")),
            row => row.Status != HealthStatus.Ok && string.IsNullOrWhiteSpace(row.Advice));

    [Fact]
    public void The_clock_and_the_environment_are_those_that_were_given()
    {
        var rows = new HealthCheck(Inputs(null) with
        {
            Time = new LateTime(),
            Variable = name => name == "DOTNET_TieredPGO" ? "1" : null,
        }).Run();

        Assert.Equal(HealthStatus.Warning, Of(rows, "Runtime").Status);
        Assert.Equal((HealthStatus.Ok, "on"), Of(rows, "Tiered PGO"));
    }

    [Fact]
    public void What_came_of_starting_a_worker_process_goes_through_to_its_row()
    {
        var rows = new HealthCheck(Inputs(null) with { Worker = () => new(null, IsNative: false, "there is none") }).Run();

        Assert.Equal((HealthStatus.Ok, "/bin/fastmd, native"), Of(Run(null), "Worker processes"));
        Assert.Equal((HealthStatus.Warning, "cannot be used: there is none"), Of(rows, "Worker processes"));
    }

    [Fact]
    public void The_versions_are_those_that_are_loaded()
        => Assert.Matches(@"^FastMd \d+\.\d+\.\d+, Markdig \d+\.\d+\.\d+, YamlDotNet \d+\.\d+\.\d+$", Of(Run(null), "Versions").Found);

    private static (HealthStatus Status, string Found) Of(IReadOnlyList<HealthRow> rows, string check)
    {
        var row = rows.Single(row => row.Check == check);
        return (row.Status, row.Found);
    }

    private static HealthInputs Inputs(string? destination) => new()
    {
        Variable = _ => null,
        TemporaryFolder = Path.GetTempPath(),
        Destination = destination,
        Probe = new FakeProbe(),
        Worker = () => new("/bin/fastmd", IsNative: true, Failure: null),
        Time = new FakeTimeProvider(),
    };

    private static IReadOnlyList<HealthRow> Run(string? destination) => new HealthCheck(Inputs(destination)).Run();

    private static IReadOnlyList<HealthRow> Run(string? destination, IProbeFolder folder) => new HealthCheck(Inputs(destination), _ => folder).Run();

    private sealed class LateTime : TimeProvider
    {
        // Only of the runtimes in the list is anything known; by then all of them are out of support.
        public override DateTimeOffset GetUtcNow() => new(2040, 1, 1, 0, 0, 0, TimeSpan.Zero);
    }
}
