using System.Text.RegularExpressions;
using FastMd.Engine.Documents;
using FastMd.Tests.Unit.TestSupport;

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
        ["Components"] = 1,
        ["ExternalLinks"] = 1,
        ["Safety"] = 1,
        ["Markdown"] = 2,
        ["Mdx"] = 2,
        ["Context"] = 2,
        ["Books"] = 2,
        ["Output"] = 2,
        ["Pages"] = 2,
        ["Resources"] = 2,
        ["Pipeline"] = 3,
        ["Batching"] = 4,
        ["Workers"] = 4,
        ["Coordination"] = 4,
        ["Steps"] = 4,
        ["Reports"] = 4,
        ["Health"] = 4,
        ["Jobs"] = 5,
        ["Dashboard"] = 5,
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

        // Context is Markdown of what both read, cleaned and written anew.
        ("Context", "Markdown"),
        ("Context", "Mdx"),

        // Books become Markdown by the writer of context.
        ("Books", "Context"),

        // Whoever has a cache counts its hits.
        ("Documents", "Telemetry"),
    ];

    /// <summary>In rooms with rooms of their own: the inner rooms that each inner room uses. The outer one uses all of them.</summary>
    private static readonly Dictionary<string, string[]> InnerUses = new()
    {
        ["Documents/Annotations"] = [],
        ["Documents/Records"] = [],
        ["Documents/Sources"] = [],
        ["JavaScript/Tokens"] = [],
        ["JavaScript/Scopes"] = [],
        ["JavaScript/Evaluation"] = ["JavaScript/Tokens"],
        ["JavaScript/Jsx"] = ["JavaScript/Tokens"],
        ["JavaScript/Parsing"] = ["JavaScript/Tokens", "JavaScript/Scopes", "JavaScript/Jsx"],
        ["Markdown/Code"] = [],
        ["Markdown/Delimiters"] = [],
        ["Markdown/Links"] = [],
        ["Markdown/Lists"] = [],
        ["Markdown/Mathematics"] = [],
        ["Markdown/Shortcodes"] = [],
        ["Markdown/Directives"] = ["Markdown/Gfm"],
        ["Markdown/Definitions"] = ["Markdown/Links"],
        ["Markdown/Gfm/Autolinks"] = [],
        ["Markdown/Gfm/Tables"] = [],
        ["Markdown/Gfm/Tasks"] = [],
        ["Markdown/Gfm/Footnotes"] = ["Markdown/Gfm/Tables"],
        ["Markdown/References"] = ["Markdown/Gfm/Tables"],
        ["Markdown/Headings"] = ["Markdown/References"],
        ["Markdown/Html"] = ["Markdown/References", "Markdown/Headings"],
        ["Markdown/Gfm"] =
        [
            "Markdown/Delimiters", "Markdown/Gfm/Autolinks", "Markdown/Gfm/Footnotes", "Markdown/Gfm/Tables", "Markdown/Gfm/Tasks", "Markdown/Html",
            "Markdown/References",
        ],
        ["Context/Tree"] = [],
        ["Context/Tokens"] = [],
        ["Context/Checking"] = [],
        ["Context/Reading"] = ["Context/Tree"],
        ["Context/Writing"] = ["Context/Tree"],
        ["Context/Cleaning"] = ["Context/Tree", "Context/Writing"],
        ["Context/Emitting"] = ["Context/Tree", "Context/Tokens", "Context/Writing", "Context/Cleaning"],
        ["Context/Chunks"] = ["Context/Tree", "Context/Tokens", "Context/Writing", "Context/Cleaning"],
        ["Context/Sets"] = ["Context/Tokens", "Context/Emitting", "Context/Chunks"],
        ["Books/Html"] = [],
        ["Books/Epub"] = ["Books/Html"],
        ["Books/Pdf"] = ["Books/Pdf/Blocks", "Books/Pdf/Glyphs", "Books/Pdf/Layout", "Books/Pdf/Tools"],
        ["Books/Pdf/Blocks"] = ["Books/Pdf/Glyphs", "Books/Pdf/Layout"],
        ["Books/Pdf/Glyphs"] = [],
        ["Books/Pdf/Layout"] = ["Books/Pdf/Glyphs"],
        ["Books/Pdf/Tools"] = ["Books/Pdf/Blocks"],
        ["Mdx/Syntax"] = [],
        ["Mdx/Evaluation"] = [],
        ["Mdx/Tree"] = ["Mdx/Syntax"],
        ["Mdx/Html"] = ["Mdx/Syntax", "Mdx/Tree", "Mdx/Evaluation"],
        ["Mdx/Program"] = ["Mdx/Syntax", "Mdx/Tree"],
        ["Output/Folders"] = [],
        ["Output/Logs"] = [],
        ["Output/State"] = ["Output/Logs"],
        ["Resources/Linux"] = [],
        ["Resources/Mac"] = [],
        ["Resources/Windows"] = [],
        ["Pipeline/Links"] = [],
        ["Pipeline/Executing"] = ["Pipeline/Links"],
        ["Pipeline/Committing"] = ["Pipeline/Executing"],
        ["Batching/Scaling"] = [],
        ["Workers/Wire"] = [],
        ["Workers/Launching"] = [],
        ["Workers/Messages"] = ["Workers/Wire"],
        ["Workers/Pooling"] = ["Workers/Wire", "Workers/Messages", "Workers/Launching"],
        ["Workers/Hosting"] = ["Workers/Wire", "Workers/Messages"],
        ["Coordination/Cluster"] = [],
        ["Coordination/Journal"] = [],
        ["Coordination/Manifest"] = ["Coordination/Journal"],
        ["Coordination/Nats"] = ["Coordination/Cluster"],
        ["Coordination/Shards"] = [],
        ["Reports/Recording"] = [],
        ["Reports/Joining"] = [],
        ["Reports/Live"] = ["Reports/Joining"],
        ["Steps/Limiting"] = [],
        ["Steps/Commands"] = [],
        ["Jobs/Alerts"] = [],
        ["Jobs/Targets"] = [],
        ["Jobs/Sharding"] = [],
        ["Jobs/Merging"] = ["Jobs/Targets", "Jobs/Outputs"],
        ["Jobs/Books"] = ["Jobs/Outputs"],
        ["Jobs/Cluster"] = ["Jobs/Isolating", "Jobs/Live", "Jobs/Outputs", "Jobs/Running", "Jobs/Sharing"],
        ["Jobs/Isolating"] = ["Jobs/Targets", "Jobs/Books"],
        ["Jobs/Live"] = ["Jobs/Outputs", "Jobs/Running"],
        ["Jobs/Running"] = ["Jobs/Alerts"],
        ["Jobs/Sharing"] = [],
        ["Jobs/Outputs"] = ["Jobs/Targets", "Jobs/Sharing"],
        ["Rpc/Wire"] = [],
        ["Rpc/Caching"] = [],
        ["Rpc/Messages"] = ["Rpc/Wire"],
        ["Rpc/Conversion"] = ["Rpc/Wire", "Rpc/Messages"],
        ["Rpc/Methods"] = ["Rpc/Wire", "Rpc/Caching", "Rpc/Messages", "Rpc/Conversion"],
    };

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
    public void Every_inner_room_is_one_of_the_plan()
        => Assert.Equal(InnerUses.Keys.Order(StringComparer.Ordinal), EngineSource.InnerRooms.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_file_uses_the_inner_rooms_that_its_own_may_use(string path)
    {
        var file = FileAt(path);

        Assert.DoesNotContain(
            EngineSource.InnerRoomsUsed(file),
            used => used != file.InnerRoom && file.InnerRoom.Contains('/', StringComparison.Ordinal) && !InnerUses[file.InnerRoom].Contains(used));
    }

    [Fact]
    public void What_talks_to_a_broker_is_known_to_the_doors_only()
        => Assert.Empty(EngineSource.Files.Where(file => file.InnerRoom != "Coordination/Nats" && file.Code.Contains("Coordination.Nats", StringComparison.Ordinal)).Select(file => file.Path));

    [Fact]
    public void Inner_rooms_make_no_circle()
        => Assert.DoesNotContain(InnerUses.Keys, room => InnerUses[room].Any(used => ReachesInside(used, room)));

    [Fact]
    public void The_documentation_shows_the_plan()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "architecture.md"));

        // A row of the table of rooms begins with the floor and the name of the room.
        var rows = Regex.Matches(page, @"^\| (\d) \| `(\w+)/` \|", RegexOptions.Multiline).Select(row => (row.Groups[2].Value, int.Parse(row.Groups[1].Value, null)));
        Assert.Equal(
            FloorOf.Where(room => EngineSource.Rooms.Contains(room.Key)).Select(room => (room.Key, room.Value)).Order(),
            rows.Order());
        Assert.Equal(
            InnerUses.Select(room => (room.Key, string.Join(", ", room.Value.Select(used => $"`{used}`")))).Order(),
            Regex.Matches(page, @"^\| `(\w+(?:/\w+)+)` \| ([^|]*?) ?\|", RegexOptions.Multiline).Select(row => (row.Groups[1].Value, row.Groups[2].Value.Trim())).Order());
    }

    [Fact]
    public void Every_type_that_the_documentation_names_is_there()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "architecture.md"));
        var types = new[] { "src" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
            .SelectMany(path => Regex.Matches(File.ReadAllText(path), @"\b(?:class|record|struct|interface|enum)\s+(\w+)").Select(match => match.Groups[1].Value))
            .ToHashSet();

        var named = Regex.Matches(page, @"`([A-Z][A-Za-z]+)(?:\.[A-Z]\w+)*`").Select(match => match.Groups[1].Value).Where(name => !FloorOf.ContainsKey(name));
        Assert.DoesNotContain(named, name => !types.Contains(name));
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

    private static bool ReachesInside(string from, string to)
        => from == to || InnerUses[from].Any(used => ReachesInside(used, to));

    private static bool Reaches(string from, string to)
        => from == to || Neighbours.Where(pair => pair.User == from).Any(pair => Reaches(pair.Used, to));
}
