namespace FastMd.Tests.Unit.TestSupport;

/// <summary>Programs of the machine.</summary>
internal static class Programs
{
    /// <summary>Where the PATH leads to a program; null where it does not.</summary>
    /// <param name="name">Its name, without an extension.</param>
    public static string? Find(string name)
    {
        string[] endings = OperatingSystem.IsWindows() ? [".exe", ".cmd"] : [""];
        return (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => endings.Select(ending => Path.Combine(folder, name + ending)))
            .FirstOrDefault(File.Exists);
    }

    /// <summary>Whether the PATH leads to a program.</summary>
    public static bool Has(string name) => Find(name) is not null;
}
