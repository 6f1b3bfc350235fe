namespace FastMd.Cli.Measure;

/// <summary>Where outputs of a measurement go: the folder given, or a temporary one that goes with it.</summary>
internal sealed class MeasuringFolder(string? given) : IDisposable
{
    public string Path { get; } = given ?? Directory.CreateTempSubdirectory("fastmd-measure-").FullName;

    public void Dispose()
    {
        if (given is null)
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
