namespace FastMd.PowerShell.Running;

/// <summary>Where outputs of a measurement go: the folder given, or a temporary one that goes with it.</summary>
internal sealed class MeasuringFolder(string? given) : IDisposable
{
    public string Path { get; } = given ?? Directory.CreateTempSubdirectory("fastmd-measure-").FullName;

    public void Dispose()
    {
        if (given is not null)
        {
            return;
        }

        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A worker that is stuck may still hold a file: the system clears its temporary folder.
        }
    }
}
