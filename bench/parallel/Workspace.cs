namespace FastMd.Parallel;

/// <summary>A folder for inputs and outputs; gone with the run.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly string _root;

    public Workspace(string folder)
    {
        Directory.CreateDirectory(folder);
        _root = Path.Combine(folder, $"fastmd-parallel-{Environment.ProcessId}");
        Directory.CreateDirectory(_root);
    }

    public string At(params string[] segments) => Path.Combine([_root, .. segments]);

    public void Clear(string name)
    {
        if (Directory.Exists(At(name)))
        {
            Directory.Delete(At(name), recursive: true);
        }
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
