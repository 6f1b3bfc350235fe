using System.Text.RegularExpressions;
using FastMd.Engine.Documents;

namespace FastMd.Tests.Unit.Architecture;

/// <summary>A room of the engine uses rooms on lower floors only, and its namespace is its folder.</summary>
public class FloorTests
{
    private static readonly Dictionary<string, int> FloorOf = new()
    {
        ["Documents"] = 0,
        ["JavaScript"] = 0,
        ["Configuration"] = 0,
        ["Telemetry"] = 0,
        ["Safety"] = 1,
        ["Markdown"] = 2,
        ["Mdx"] = 2,
        ["Context"] = 2,
        ["Output"] = 2,
        ["Pages"] = 2,
        ["Resources"] = 2,
        ["Pipeline"] = 3,
        ["Batching"] = 4,
        ["Workers"] = 4,
        ["Coordination"] = 4,
        ["Reports"] = 4,
        ["Health"] = 4,
        ["Jobs"] = 5,
        ["Measuring"] = 6,
        ["Rpc"] = 6,
    };

    // Neighbours on one floor do not know each other, but for these.
    private static readonly HashSet<(string User, string Used)> Neighbours =
    [
        // What a setting may be, and is by default, is for the documents to say: encodings and patterns.
        ("Configuration", "Documents"),

        // MDX is Markdown and JSX: it reads paragraphs, tables and links by the same parsers.
        ("Mdx", "Markdown"),

        // Whoever has a cache counts its hits.
        ("Documents", "Telemetry"),
    ];

    public static TheoryData<string> Paths => [.. EngineSource.Files.Select(file => file.Path)];

    [Fact]
    public void Every_folder_of_the_engine_is_a_room_of_the_plan()
        => Assert.Empty(EngineSource.Rooms.Except(FloorOf.Keys));

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_files_namespace_is_its_folder(string path)
    {
        var file = FileAt(path);

        Assert.Equal([file.ExpectedNamespace], Regex.Matches(file.Code, @"\bnamespace\s+([\w.]+)").Select(match => match.Groups[1].Value));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_file_uses_rooms_on_lower_floors_only(string path)
    {
        var file = FileAt(path);

        Assert.DoesNotContain(EngineSource.RoomsUsed(file.Room, file.Code), used => !MayUse(file.Room, used));
    }

    [Fact]
    public void Neighbours_that_know_each_other_make_no_circle()
        => Assert.DoesNotContain(Neighbours, pair => Reaches(pair.Used, pair.User));

    [Theory]
    [InlineData("using FastMd.Engine.Jobs;", "Jobs")]
    [InlineData("global using static FastMd.Engine.Jobs.JobOptions;", "Jobs")]
    [InlineData("using Options = FastMd.Engine.Jobs.JobOptions;", "Jobs")]
    [InlineData("Jobs.JobOptions options;", "Jobs")]
    [InlineData("Engine.Jobs.JobOptions options;", "Jobs")]
    [InlineData("var x = new global::FastMd.Engine.Batching.BatchOptions();", "Batching")]
    [InlineData("List<Pipeline.Attempt> attempts;", "Pipeline")]
    [InlineData("Output . OutputMap map;", "Output")]
    public void A_use_is_seen_however_it_is_written(string code, string room)
        => Assert.Equal([room], EngineSource.RoomsUsed("Documents", EngineSource.WithoutTalk(code)));

    [Theory]
    [InlineData("// Jobs.JobOptions")]
    [InlineData("/* using FastMd.Engine.Jobs; */")]
    [InlineData("var s = \"Jobs.JobOptions \\\" Jobs.JobOptions\";")]
    [InlineData("var s = $\"\"\"Jobs.JobOptions \" Jobs.JobOptions\"\"\";")]
    [InlineData("options.Output.OutputMap();")]
    [InlineData("Output.Write(x);")]
    [InlineData("DocumentJobs.JobOptions();")]
    [InlineData("using FastMd.Engine.Documents;")]
    public void What_is_no_use_is_not_taken_for_one(string code)
        => Assert.Empty(EngineSource.RoomsUsed("Documents", EngineSource.WithoutTalk(code)));

    [Fact]
    public void The_engine_knows_neither_console_nor_command_line_nor_PowerShell()
        => Assert.DoesNotContain(
            typeof(Diagnostic).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!),
            name => name is "System.Console" || Regex.IsMatch(name, "CommandLine|Management.Automation|PowerShell"));

    private static EngineSource.SourceFile FileAt(string path) => EngineSource.Files.Single(file => file.Path == path);

    private static bool MayUse(string user, string used) => FloorOf[used] < FloorOf[user] || Neighbours.Contains((user, used));

    private static bool Reaches(string from, string to)
        => from == to || Neighbours.Where(pair => pair.User == from).Any(pair => Reaches(pair.Used, to));
}
