using System.Text;
using FastMd.Engine.Output.Logs;
using FastMd.Engine.Output.State;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Output.State;

public sealed class StateFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.At("state");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_appended_is_read_in_its_order()
    {
        Append("one", "", "three");

        var content = StateFile.Read(Path);

        Assert.Equal(["one", "", "three"], Texts(content));
        Assert.Null(content.Problem);
    }

    [Fact]
    public void Where_there_is_no_file_there_are_no_records()
    {
        Assert.Empty(StateFile.Read(Path).Records);
        Assert.Null(StateFile.Read(Path).Problem);
    }

    [Fact]
    public void A_file_cut_off_anywhere_keeps_the_records_before_the_cut()
    {
        Append("one", "two", "three");
        var whole = File.ReadAllBytes(Path);
        var ends = new List<int>();
        for (var length = whole.Length; length > 0; length--)
        {
            File.WriteAllBytes(Path, whole[..length]);
            var content = StateFile.Read(Path);
            Assert.Equal(new[] { "one", "two", "three" }[..content.Records.Count], Texts(content));
            ends.Add(content.Records.Count);
        }

        Assert.Equal([3, 2, 1, 0], ends.Distinct());
    }

    [Fact]
    public void No_byte_can_change_without_the_records_behind_it_being_dropped()
    {
        Append("one", "two", "three");
        var whole = File.ReadAllBytes(Path);
        for (var i = 0; i < whole.Length; i++)
        {
            var damaged = whole.ToArray();
            damaged[i] ^= 0x10;
            File.WriteAllBytes(Path, damaged);

            var content = StateFile.Read(Path);

            Assert.True(content.Records.Count < 3, $"byte {i}");
            Assert.Equal(new[] { "one", "two", "three" }[..content.Records.Count], Texts(content));
        }
    }

    [Fact]
    public void Damage_is_told_from_a_cut()
    {
        Append("one", "two");
        var bytes = File.ReadAllBytes(Path);
        File.WriteAllBytes(Path, bytes[..^1]);
        Assert.Null(StateFile.Read(Path).Problem);

        bytes[^1] ^= 1;
        File.WriteAllBytes(Path, bytes);
        Assert.NotNull(StateFile.Read(Path).Problem);
    }

    [Fact]
    public void A_file_of_somebody_else_is_told_from_one_of_ours()
    {
        File.WriteAllText(Path, "{ \"version\": 7 }");

        Assert.NotNull(StateFile.Read(Path).Problem);
        Assert.Empty(StateFile.Read(Path).Records);
    }

    [Fact]
    public void Appending_goes_on_after_the_last_whole_record()
    {
        Append("one", "two");
        File.AppendAllText(Path, "cut");
        var content = StateFile.Read(Path);

        using (var file = StateFile.Append(Path, content.WholeBytes))
        {
            file.Append((byte)'t', "hree"u8);
            file.Flush();
        }

        Assert.Equal(["one", "two", "three"], Texts(StateFile.Read(Path)));
    }

    private static IEnumerable<string> Texts(LogContent content)
        => content.Records.Select(record => Encoding.UTF8.GetString(record.Bytes.Span).TrimEnd('\0'));

    private void Append(params string[] records)
    {
        using var file = StateFile.Append(Path, 0);
        foreach (var record in records)
        {
            var bytes = Encoding.UTF8.GetBytes(record.Length > 0 ? record : "\0");
            file.Append(bytes[0], bytes.AsSpan(1));
            file.Flush();
        }
    }
}
