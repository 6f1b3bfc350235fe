using FastMd.Engine.Documents;
using FastMd.Engine.Output.State;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Output.State;

/// <summary>Records whose checksums are right, and which no run of FastMd wrote.</summary>
public sealed class ForgedStateTests : IDisposable
{
    private const byte OfRun = 1;
    private const byte OfPath = 3;
    private const byte OfOutput = 4;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void One_that_is_as_it_should_be_is_taken()
    {
        Forge("a.html", path: 0);

        Assert.Equal("a.html", Assert.Single(Read().Outputs).Output);
    }

    [Theory]
    [InlineData("../a.html", 0)]
    [InlineData("/etc/a.html", 0)]
    [InlineData("./a.html", 0)]
    [InlineData("b/../a.html", 0)]
    [InlineData("b//a.html", 0)]
    [InlineData("", 0)]
    [InlineData("a.html", 1)]
    [InlineData("a.html", -1)]
    public void One_that_names_what_no_run_would_is_not_used_at_all(string output, int path)
    {
        Forge(output, path);

        var state = Read();

        Assert.Empty(state.Outputs);
        Assert.NotNull(state.TakeProblem());
    }

    private BuildState Read() => BuildState.Peek(_folder.Path, new(default, default, default), static _ => PathKind.Nothing);

    private void Forge(string output, int path)
    {
        Directory.CreateDirectory(_folder.At(".fastmd"));
        using var file = StateFile.Append(_folder.At(".fastmd", "state"), 0);
        Append(file, OfRun, writer =>
        {
            for (var i = 0; i < 4; i++)
            {
                writer.Fixed(0);
            }
        });
        Append(file, OfPath, writer => writer.Text("a.md"));
        Append(file, OfOutput, writer => OutputRecord.Write(
            writer,
            new("a.md", "."),
            output,
            new() { SourceStamp = new(0, 0, 0), SourceHash = default, OutputLength = 0, OutputHash = default },
            _ => path));
        file.Flush();
    }

    private static void Append(StateFile file, byte kind, Action<StateWriter> write)
    {
        var writer = new StateWriter();
        write(writer);
        file.Append(kind, writer.Written);
    }
}
