using FastMd.Engine.Documents;

namespace FastMd.Engine.Health;

/// <summary>Whether names that differ only in case are two files in the destination, as they are in plans made on this system.</summary>
internal static class NameCheck
{
    private static readonly bool PlansDistinguish = !PathRules.Comparer.Equals("a", "A");

    public static HealthRow Row(IProbeFolder? folder)
    {
        if (folder is null or { WriteFailure: not null })
        {
            return SkippedFolderCheck.Row("File names");
        }

        var distinguishes = folder.DistinguishesCase();
        var found = distinguishes ? "a.html and A.html are two files" : "a.html and A.html are one file";
        return PlansDistinguish && !distinguishes
            ? new(
                "File names",
                HealthStatus.Warning,
                found,
                "Here that is unusual and goes unnoticed: of two documents whose names differ only in case one output replaces the other. Rename such documents.")
            : new("File names", HealthStatus.Ok, found, null);
    }
}
