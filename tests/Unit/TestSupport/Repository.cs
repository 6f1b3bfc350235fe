namespace FastMd.Tests.Unit.TestSupport;

/// <summary>The checkout the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "FastMd.sln")))
            {
                return folder;
            }
        }

        throw new InvalidOperationException("The tests run outside a checkout of FastMd.");
    }
}
