using FastMd.Engine.Coordination.Manifest;

namespace FastMd.Cli.Status;

/// <summary>Finds the job that a command is about.</summary>
internal static class ManifestOf
{
    /// <summary>The job of a destination.</summary>
    /// <param name="path">Absolute path of the destination.</param>
    /// <exception cref="UsageException">There is none.</exception>
    public static JobManifest Destination(string path)
        => JobManifest.Read(path) ?? throw new UsageException($"There is no job in '{path}': name the output directory of a run with --concurrent.");
}
