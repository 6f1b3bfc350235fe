using FastMd.Faults.Processes;
using FastMd.Faults.Trees;

namespace FastMd.Faults;

/// <summary>A folder with sources and a destination, in the middle of a situation, for one round.</summary>
internal sealed class Scene : IDisposable
{
    private readonly Workspace _workspace;
    /// <summary>Sets the scene.</summary>
    /// <param name="situation">What the run is to find.</param>
    /// <param name="workspace">Where.</param>
    /// <param name="prepare">What is done to the empty destination first.</param>
    public Scene(Situation situation, Workspace workspace, Func<string, IDisposable>? prepare = null)
    {
        _workspace = workspace;
        Situation = situation;
        Root = workspace.NewFolder();
        Sources = Path.Combine(Root, "src");
        Site = Path.Combine(Root, "site");
        Temporary = Path.Combine(Root, "tmp");
        Directory.CreateDirectory(Temporary);
        Directory.CreateDirectory(Site);
        Held = prepare?.Invoke(Site);
        OwnFiles.WriteTo(Site);
        if (situation.Old is { } old)
        {
            old.WriteTo(Sources);
            _ = Run();
        }

        situation.New.WriteTo(Sources);
    }

    public Situation Situation { get; set; }

    public string Root { get; }

    public string Sources { get; }

    public string Site { get; }

    /// <summary>The folder for temporary files, and home.</summary>
    public string Temporary { get; }

    /// <summary>What is undone before the folder goes.</summary>
    public IDisposable? Held { get; }

    /// <summary>The run that is put under a fault.</summary>
    public Command Command(params IReadOnlyList<string> more)
        => _workspace.Executable.Command(["convert", Sources, "--output", Site, "--json", .. Situation.Arguments, .. more]) with
        {
            Environment = new Dictionary<string, string> { ["TMPDIR"] = Temporary, ["HOME"] = Temporary, ["DOTNET_EnableDiagnostics"] = "0" },
        };

    public LiveRun Start(Command? command = null) => LiveRun.Start(command ?? Command(), Root);

    /// <summary>Runs to the end, without a fault.</summary>
    public Ending Run()
    {
        using var run = Start();
        return run.End();
    }

    /// <summary>What is neither source nor destination; nothing may be.</summary>
    public IReadOnlyList<string> Strays() =>
    [
        .. Directory.EnumerateFileSystemEntries(Root).Where(entry => entry != Sources && entry != Site && entry != Temporary),
        .. Directory.EnumerateFileSystemEntries(Temporary),
    ];

    public void Dispose()
    {
        Held?.Dispose();
        Directory.Delete(Root, recursive: true);
    }
}
