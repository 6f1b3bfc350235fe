namespace FastMd.Engine.Measuring;

/// <summary>Where outputs of a measurement go: the folder given, or a temporary one that goes with it.</summary>
/// <param name="given">Absolute path of the folder given; null for a temporary one.</param>
internal sealed class MeasuringFolder(string? given) : IDisposable
{
    /// <summary>Absolute path of the folder; a folder given need not exist.</summary>
    public string Path { get; } = given ?? Directory.CreateTempSubdirectory("fastmd-measure-").FullName;

    /// <summary>Removes the folder if it is a temporary one; what cannot be removed stays, without an error.</summary>
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
