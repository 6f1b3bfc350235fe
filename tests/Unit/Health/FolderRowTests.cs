using FastMd.Engine.Health;

namespace FastMd.Tests.Unit.Health;

public class FolderRowTests
{
    private static readonly FakeFolder ReadOnly = new() { WriteFailure = "Access is denied." };

    [Fact]
    public void A_destination_that_cannot_be_written_is_a_problem_and_says_why()
    {
        var row = FolderCheck.DestinationRow(new("/site", "/site", null), ReadOnly);

        Assert.Equal((HealthStatus.Problem, "/site cannot be written: Access is denied."), (row.Status, row.Found));
    }

    [Fact]
    public void A_temporary_folder_that_cannot_be_written_is_a_warning_because_outputs_do_not_need_it()
        => Assert.Equal(HealthStatus.Warning, FolderCheck.TemporaryRow(ReadOnly).Status);

    [Fact]
    public void Nothing_is_tried_in_a_folder_that_cannot_be_written()
    {
        Assert.StartsWith("not tried", LockCheck.Row(ReadOnly).Found, StringComparison.Ordinal);
        Assert.StartsWith("not tried", NameCheck.Row(ReadOnly).Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, HealthStatus.Ok)]
    [InlineData(false, HealthStatus.Warning)]
    public void Locks_that_are_ignored_are_a_warning(bool honoured, object expected)
        => Assert.Equal((HealthStatus)expected, LockCheck.Row(new FakeFolder { Locks = honoured }).Status);

    [Theory]
    [InlineData(true, "a.html and A.html are two files")]
    [InlineData(false, "a.html and A.html are one file")]
    public void A_disk_that_tells_no_case_apart_is_a_warning_where_plans_do(bool matters, string found)
    {
        var plansDistinguish = !OperatingSystem.IsWindows() && !OperatingSystem.IsMacOS();

        var row = NameCheck.Row(new FakeFolder { CaseMatters = matters });

        Assert.Equal((plansDistinguish && !matters ? HealthStatus.Warning : HealthStatus.Ok, found), (row.Status, row.Found));
    }

    [Theory]
    [InlineData(256L << 20, HealthStatus.Ok, "256 MB free")]
    [InlineData((256L << 20) - 1, HealthStatus.Warning, "255 MB free")]
    [InlineData(null, HealthStatus.Ok, "not known")]
    public void Less_than_256_MB_is_little_room(long? free, object expected, string found)
    {
        var row = DiskSpaceCheck.Row(new FakeFolder { Free = free });

        Assert.Equal(((HealthStatus)expected, found), (row.Status, row.Found));
    }
}
