namespace FastMd.Faults.Processes;

/// <summary>The command line tool that is put under faults.</summary>
internal sealed class Executable
{
    private readonly string _path;
    private readonly string _kind;

    private Executable(string path, string kind) => (_path, _kind) = (path, kind);

    /// <summary>Takes the one that is named; else builds the native one, or where that cannot be the one compiled ahead.</summary>
    public static Executable Find(string? named, Products products)
        => named is not null ? (File.Exists(named) ? new(named, Path.GetFileName(named)) : throw new Refusal($"There is no executable '{named}'."))
            : products.MissingNative is null ? new(products.Native, "the native fastmd")
            : new(products.ReadyToRun, $"fastmd compiled ahead ({products.MissingNative})");

    public Command Command(params IReadOnlyList<string> arguments)
        => _path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? new("dotnet", [_path, .. arguments]) : new(_path, arguments);

    public override string ToString() => _kind;
}
