namespace FastMd.Cluster.Bench.Processes;

/// <summary>The command line tool that is put to the proof.</summary>
internal sealed class Executable
{
    private const string Runtime = "dotnet ";

    private readonly string _path;

    public Executable(string named)
    {
        _path = Path.GetFullPath(named.StartsWith(Runtime, StringComparison.Ordinal) ? named[Runtime.Length..] : named);
        if (!File.Exists(_path))
        {
            throw new Refusal($"There is no executable '{_path}'.");
        }
    }

    public Command Command(params IReadOnlyList<string> arguments)
        => _path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? new("dotnet", [_path, .. arguments]) : new(_path, arguments);

    public override string ToString() => Path.GetFileName(_path);
}
