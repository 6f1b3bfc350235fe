using FastMd.Faults.Processes;
using FastMd.Faults.Trees;

namespace FastMd.Faults;

/// <summary>What all rounds share: the executable, the situations with what each comes to, and a folder; gone with the matrix.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly string _root;
    private readonly Dictionary<Situation, Reference> _references = [];
    private int _scenes;

    public Workspace(Options options)
    {
        Directory.CreateDirectory(options.Out);
        _root = Path.Combine(options.Out, $"fastmd-faults-{Environment.ProcessId}");
        Directory.CreateDirectory(_root);
        Executable = Executable.Find(options.Executable, new(Path.Combine(_root, "products")));
        Pages = Situation.All(options.Corpus is { } corpus ? SourceTree.Read(corpus) : SampleTree.Make(SampleTree.Many));
        FewPages = Situation.All(SampleTree.Make(SampleTree.Few));
    }

    public Executable Executable { get; }

    /// <summary>The situations, over a tree that takes a while to convert.</summary>
    public IReadOnlyList<Situation> Pages { get; }

    /// <summary>The situations, over a tree of a few pages.</summary>
    public IReadOnlyList<Situation> FewPages { get; }

    /// <summary>A folder for one round.</summary>
    public string NewFolder() => Directory.CreateDirectory(Path.Combine(_root, $"{_scenes++}")).FullName;

    /// <summary>What a situation comes to without a fault.</summary>
    public Reference ReferenceOf(Situation situation)
    {
        if (!_references.TryGetValue(situation, out var reference))
        {
            _references[situation] = reference = Reference.Of(situation, this);
        }

        return reference;
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
