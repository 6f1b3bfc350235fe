namespace FastMd.Bench;

/// <summary>The checkout this program was built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string At(params string[] segments) => Path.Combine([Root, .. segments]);

    private static string Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "FastMd.sln")))
            {
                return folder;
            }
        }

        throw new Refusal("This program measures the checkout it was built in: run it from there with 'dotnet run'.");
    }
}
