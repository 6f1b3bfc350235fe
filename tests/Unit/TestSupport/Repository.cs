namespace FastMd.Tests.Unit.TestSupport;

/// <summary>The checkout the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>What the build made of a project beside this one, in the same configuration.</summary>
    /// <param name="project">Its folder, from the root.</param>
    /// <param name="file">Name of the file.</param>
    public static string Built(string project, string file)
        => Path.Combine(Root, project, "bin", Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))!), "net10.0", file);

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
