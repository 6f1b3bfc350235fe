namespace FastMd.Engine.Documents;

/// <summary>The nearest folder that holds all of some files.</summary>
internal static class CommonFolder
{
    /// <summary>Its absolute path; null where there is none, as on different drives.</summary>
    /// <param name="files">Absolute paths.</param>
    public static string? Of(IEnumerable<string> files)
    {
        string? common = null;
        foreach (var file in files)
        {
            var folder = Path.GetDirectoryName(file);
            common ??= folder;
            while (common is not null && !PathRules.IsWithin(file, common))
            {
                common = Path.GetDirectoryName(common);
            }

            if (common is null)
            {
                return null;
            }
        }

        return common;
    }
}
