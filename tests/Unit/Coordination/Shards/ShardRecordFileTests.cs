using FastMd.Engine.Coordination.Shards;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Coordination.Shards;

public sealed class ShardRecordFileTests : IDisposable
{
    private static readonly ShardRecord Record = new()
    {
        Number = new(2, 8),
        Split = new(ulong.MaxValue),
        Fingerprint = new(new(1), new(2), new(3), "context"),
        Root = "../docs",
        RootThere = "/checkout/docs",
        Settings = [("to", "\"context\""), ("chunks", "300")],
        Documents = [new(0, "a.md", "a.md.md"), new(7, "größe/b.md#part", null)],
        IsFinished = true,
        Failed = 1,
    };

    private readonly TemporaryFolder _folder = new();

    public ShardRecordFileTests() => Directory.CreateDirectory(_folder.At(".fastmd"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_record_is_read_as_it_was_written()
    {
        ShardRecordFile.Write(_folder.Path, Record);
        var read = ShardRecordFile.Read(_folder.Path)!;

        Assert.Equal(Record.Documents, read.Documents);
        Assert.Equal(Record.Settings, read.Settings);
        Assert.Equal(Record, read with { Documents = Record.Documents, Settings = Record.Settings });
    }

    [Fact]
    public void A_record_that_was_removed_is_none()
    {
        ShardRecordFile.Write(_folder.Path, Record);
        ShardRecordFile.Remove(_folder.Path);
        ShardRecordFile.Remove(_folder.Path);

        Assert.Null(ShardRecordFile.Read(_folder.Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"version\":1}")]
    [InlineData("{\"version\":1,\"shard\":\"x\",\"of\":2}")]
    [InlineData("{\"version\":1,\"shard\":3,\"of\":2}")]
    [InlineData("{\"version\":2,\"shard\":1,\"of\":2}")]
    public void What_is_no_record_is_refused(string text)
    {
        _folder.Write(".fastmd/shard.json", text);

        Assert.Throws<InvalidDataException>(() => ShardRecordFile.Read(_folder.Path));
    }

    [Fact]
    public void A_link_in_its_place_is_not_written_through()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights there.");
        var other = _folder.Write("other", "mine");
        File.CreateSymbolicLink(_folder.At(".fastmd", "shard.json"), other);

        Assert.Throws<IOException>(() => ShardRecordFile.Write(_folder.Path, Record));
        Assert.Equal("mine", File.ReadAllText(other));
    }
}
