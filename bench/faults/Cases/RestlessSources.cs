using System.Globalization;
using FastMd.Faults.Trees;

namespace FastMd.Faults.Cases;

/// <summary>Some sources change under the run's hands, each to one of a few versions, or to what is no document at all.</summary>
internal sealed class RestlessSources : Fault
{
    private const string Folder = "restless";
    private const int Count = 40;

    private readonly Dictionary<Situation, (Situation Situation, IReadOnlyList<Situation> Versions)> _restless = [];

    public override string Name => "sources";

    public override string Meaning => "sources that vanish, are replaced, truncated, become folders and pipes while the run goes on";

    public override int Rounds(Workspace workspace) => 40;

    public override void Run(Round round)
    {
        var (situation, versions) = Restless(round.Any(round.Workspace.Pages));
        using var scene = new Scene(situation, round.Workspace);
        var folder = Path.Combine(scene.Sources, Folder);
        var changes = 0;

        // Who opens what was a file a moment ago, and is a pipe now, waits until the time limit.
        using var run = scene.Start(scene.Command("--timeout", "2"));
        while (!run.IsOver)
        {
            Change(folder, round.Random);
            changes++;
        }

        round.Details = $"{situation}, {changes} changes";
        round.Check(
            scene,
            run.End(),
            new()
            {
                SourcesChange = true,
                MayBeGone = path => path.StartsWith(Folder + "/", StringComparison.Ordinal),
                Versions = [.. versions.Select(version => round.Workspace.ReferenceOf(version).After)],
            },
            mend: () => situation.New.WriteTo(scene.Sources));
    }

    /// <summary>One change. What is in its way from an earlier one goes first.</summary>
    private static void Change(string folder, Random random)
    {
        if (random.Next(50) == 0 && Directory.Exists(folder))
        {
            Directory.Move(folder, folder + "-away");
            Directory.Move(folder + "-away", folder);
        }

        var name = NameOf(random.Next(Count));
        var path = Path.Combine(folder, name);
        var kind = random.Next(6);
        if (Directory.Exists(path))
        {
            Directory.Delete(path);
        }

        if (kind == 0 && File.Exists(path) && new FileInfo(path).Length > 0)
        {
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Write);
            RandomAccess.SetLength(file, 0);
        }
        else if (kind <= 2)
        {
            File.WriteAllText(path + ".new", kind == 1 ? Text(name, "first") : Text(name, "second"));
            File.Move(path + ".new", path, overwrite: true);
        }
        else
        {
            File.Delete(path);
            if (kind == 3)
            {
                Directory.CreateDirectory(path);
            }
            else if (kind == 4)
            {
                Pipes.Make(path);
            }
        }
    }

    private static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"page-{number:00}.md");

    private static string Text(string name, string version) => $"# {name}\n\nThis is the {version} version.\n";

    private static SourceTree Add(SourceTree tree, Func<string, string> text)
        => tree.With(Enumerable.Range(0, Count).Select(NameOf).Select(name => KeyValuePair.Create($"{Folder}/{name}", System.Text.Encoding.UTF8.GetBytes(text(name)))));

    private (Situation Situation, IReadOnlyList<Situation> Versions) Restless(Situation situation)
    {
        if (!_restless.TryGetValue(situation, out var restless))
        {
            var old = situation.Old is { } before ? Add(before, name => Text(name, "first")) : null;
            _restless[situation] = restless = (
                situation with { Old = old, New = Add(situation.New, name => Text(name, "first")) },
                [
                    situation with { Old = null, New = Add(situation.New, name => Text(name, "second")) },
                    situation with { Old = null, New = Add(situation.New, static _ => "") },
                ]);
        }

        return restless;
    }
}
