using FastMd.Faults.Trees;

namespace FastMd.Faults.Cases;

/// <summary>Nothing may be written to the destination.</summary>
internal sealed class ReadOnlyDestination : Fault
{
    private const UnixFileMode Reading = UnixFileMode.UserRead | UnixFileMode.UserExecute;

    public override string Name => "read-only";

    public override string Meaning => MemoryDisk.Obstacle is null ? "a destination mounted read-only (tmpfs)" : "a destination whose folders may not be written to";

    public override int Rounds(Workspace workspace) => 2 * workspace.Pages.Count;

    public override void Run(Round round)
    {
        using var scene = new Scene(round.Any(round.Workspace.Pages), round.Workspace, MemoryDisk.Obstacle is null ? MemoryDisk.Mount : null);
        round.Details = $"{scene.Situation}";
        var disk = scene.Held as MemoryDisk;
        if (disk?.TryForbidWriting() != true)
        {
            SetModes(scene, Reading);
        }

        var ending = scene.Run();
        if (ending.Code == 0)
        {
            round.Violate("It ended with exit code 0 and cannot have written anything.");
        }

        round.Check(scene, ending, mend: () =>
        {
            disk?.Widen();
            SetModes(scene, Reading | UnixFileMode.UserWrite);
        });
    }

    private static void SetModes(Scene scene, UnixFileMode mode)
    {
        foreach (var folder in Directory.EnumerateDirectories(scene.Site, "*", SearchOption.AllDirectories).Append(scene.Site))
        {
            File.SetUnixFileMode(folder, mode);
        }
    }
}
