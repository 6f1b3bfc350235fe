using System.Text.RegularExpressions;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Architecture;

/// <summary>The engine's source, as far as the floors are concerned: which room each file lies in and which rooms it names.</summary>
internal static partial class EngineSource
{
    private const string RootNamespace = "FastMd.Engine";

    private static readonly string Root = Path.Combine(Repository.Root, "src", RootNamespace);

    public static IReadOnlyList<SourceFile> Files { get; } =
    [
        .. Directory.EnumerateFiles(Root, "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.StartsWith("obj/", StringComparison.Ordinal) && !path.StartsWith("bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(path, File.ReadAllText(Path.Combine(Root, path)))),
    ];

    public static IReadOnlyList<string> Rooms { get; } = [.. Files.Select(file => file.Room).Distinct()];

    /// <summary>The rooms that lie in others, by their path.</summary>
    public static IReadOnlyList<string> InnerRooms { get; } =
        [.. Files.Select(file => file.InnerRoom).Where(room => room.Contains('/', StringComparison.Ordinal)).Distinct()];

    private static readonly Dictionary<string, HashSet<string>> TypesOf =
        Files.GroupBy(file => file.Room).ToDictionary(
            room => room.Key,
            room => room.SelectMany(file => Declaration().Matches(file.Code).Select(match => match.Groups["name"].Value)).ToHashSet());

    /// <summary>The rooms that a piece of code in one room names, by a using or by a name however qualified.</summary>
    public static IEnumerable<string> RoomsUsed(string room, string code)
        => Rooms.Where(other => other != room
            && (Regex.IsMatch(code, $@"\bFastMd\s*\.\s*Engine\s*\.\s*{other}\b")
                || Regex.Matches(code, $@"(?<![\w.])(?:Engine\s*\.\s*)?{other}\s*\.\s*(?<type>\w+)").Any(match => TypesOf[other].Contains(match.Groups["type"].Value))));

    /// <summary>The inner rooms of its own room that a file names by a using.</summary>
    public static IEnumerable<string> InnerRoomsUsed(SourceFile file)
        => Regex.Matches(file.Code, $@"\busing\s+{Regex.Escape(RootNamespace)}\.({Regex.Escape(file.Room)}\.[\w.]+)\s*;")
            .Select(match => match.Groups[1].Value.Replace('.', '/'));

    /// <summary>Code without comments and string contents: what only talks about a room does not use it.</summary>
    public static string WithoutTalk(string source) => Talk().Replace(source, match => match.Value[0] == '/' ? " " : "\"\"");

    [GeneratedRegex(@"\b(?:class|struct|record|interface|enum|delegate\s+\S+)\s+(?:struct\s+|class\s+)?(?<name>[A-Z]\w*)")]
    private static partial Regex Declaration();

    [GeneratedRegex(""""(?s)//[^\n]*|/\*.*?\*/|[$@]*"""+.*?"""+|@"(?:[^"]|"")*"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'"""")]
    private static partial Regex Talk();

    internal sealed record SourceFile(string Path, string Source)
    {
        public string Room { get; } = Path.Contains('/', StringComparison.Ordinal) ? Path[..Path.IndexOf('/', StringComparison.Ordinal)] : "";

        /// <summary>The folder it lies in.</summary>
        public string InnerRoom { get; } = Path.Contains('/', StringComparison.Ordinal) ? Path[..Path.LastIndexOf('/')] : "";

        public string Code { get; } = WithoutTalk(Source);

        /// <summary>What the folder says the namespace is.</summary>
        public string ExpectedNamespace => string.Join('.', Path.Split('/')[..^1].Prepend(RootNamespace));
    }
}
