using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Records;
using FastMd.Engine.Output;
using FastMd.Engine.Output.Logs;
using FastMd.Engine.Output.State;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Output.State;

/// <summary>Records whose checksums are right, and which no run of FastMd wrote.</summary>
public sealed class ForgedStateTests : IDisposable
{
    private const byte OfRun = 1;
    private const byte OfPath = 3;
    private const byte OfOutput = 4;
    private const byte OfFolder = 7;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void One_that_is_as_it_should_be_is_taken()
    {
        Forge("a.html", path: 0);

        Assert.Equal("a.html", Assert.Single(Read().Outputs).Output);
    }

    [Fact]
    public void One_that_is_as_it_should_be_and_was_not_written_there_is_taken_only_where_it_is_trusted()
    {
        Forge("a.html", path: 0);

        using var state = BuildState.Peek(_folder.Path, new(default, default, default), static (_, _) => PathKind.Nothing);

        Assert.Empty(state.Outputs);
        Assert.NotNull(state.TakeProblem());
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

    [Theory]
    [InlineData(8)]
    [InlineData(-8)]
    [InlineData(long.MaxValue)]
    public void Details_that_name_no_path_are_not_used(long lookedUp) => AssertUnusable(writer =>
    {
        writer.Number(1);
        writer.Number(lookedUp);
        NothingElse(writer);
    });

    [Fact]
    public void Details_that_count_more_than_there_is_are_not_used() => AssertUnusable(writer => writer.Number(1000));

    [Fact]
    public void Details_that_end_early_are_not_used() => AssertUnusable(writer => writer.Number(0));

    [Theory]
    [InlineData(4)]
    [InlineData(-1)]
    public void Details_with_a_diagnostic_of_no_known_form_are_not_used(int form) => AssertUnusable(writer =>
    {
        writer.Number(0);
        writer.Number(0);
        writer.Number(1);
        writer.Number(form);
        writer.Number(1);
        writer.Number(1);
        writer.Text("FM0000");
        writer.Text("Forged.");
    });

    [Theory]
    [InlineData(0, 7, 0)]
    [InlineData(0, -1, 0)]
    [InlineData(2, 0, 7)]
    [InlineData(10, 0, 0)]
    [InlineData(-1, 0, 0)]
    public void A_dead_link_to_no_path_or_with_advice_that_is_none_is_not_used(int advice, int target, int advised) => AssertUnusable(writer =>
    {
        writer.Number(0);
        writer.Number(0);
        writer.Number(1);
        writer.Number(2);
        writer.Number(1);
        writer.Number(1);
        writer.Number(advice);
        writer.Text("missing.md");
        writer.Number(target);
        writer.Number(advised);
    });

    [Fact]
    public void Links_to_no_path_are_not_used() => AssertUnusable(writer =>
    {
        writer.Number(0);
        writer.Number(OutputRecord.HasLinks);
        writer.Number(1);
        writer.Number(0);
        writer.Number(1);
        writer.Number(7);
        writer.Text("anchor");
        writer.Number(1);
        writer.Number(1);
        writer.Number(0);
    });

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void A_path_in_no_folder_is_not_used(long folder)
    {
        Forge("a.html", path: 0, folder: folder);

        Assert.NotNull(Read().TakeProblem());
    }

    [Fact]
    public void A_path_that_no_file_system_has_is_not_used()
    {
        Forge("a.html", path: 0, source: "a\0.md");

        Assert.NotNull(Read().TakeProblem());
    }

    private static void NoDetails(RecordWriter writer)
    {
        writer.Number(0);
        NothingElse(writer);
    }

    private static void NothingElse(RecordWriter writer)
    {
        writer.Number(0);
        writer.Number(0);
    }

    private void AssertUnusable(Action<RecordWriter> details)
    {
        Forge("a.html", path: 0, details: details);

        var state = Read();

        Assert.Empty(state.Outputs);
        Assert.NotNull(state.TakeProblem());
    }

    private BuildState Read() => BuildState.Peek(_folder.Path, new(default, default, default), static (_, _) => PathKind.Nothing, trusts: true);

    private void Forge(string output, int path, string source = "a.md", long folder = 0, Action<RecordWriter>? details = null)
    {
        Directory.CreateDirectory(_folder.At(".fastmd"));
        using var file = StateFile.Append(_folder.At(".fastmd", "state"), 0);
        Append(file, OfRun, writer =>
        {
            for (var i = 0; i < 3; i++)
            {
                writer.Fixed(0);
            }

            writer.Text("html");
            writer.Fixed(0);
        });
        Append(file, OfFolder, writer => writer.Text("."));
        Append(file, OfPath, writer =>
        {
            writer.Number(folder);
            writer.Text(source);
        });
        Append(file, OfOutput, writer =>
        {
            OutputRecord.WriteHead(writer, OutputKind.Document, isFound: false, output, path, path, part: "");
            OutputRecord.WriteContents(writer, new(0, 0, 0), default, 0, default);
            (details ?? NoDetails)(writer);
        });
        file.Flush();
    }

    private static void Append(RecordLog file, byte kind, Action<RecordWriter> write)
    {
        var writer = new RecordWriter();
        write(writer);
        file.Append(kind, writer.Written);
    }
}
