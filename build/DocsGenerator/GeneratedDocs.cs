using FastMd.Engine.Configuration;

namespace FastMd.Build.DocsGenerator;

/// <summary>The files of the documentation that come from the table of settings, whole or in part.</summary>
internal static class GeneratedDocs
{
    /// <summary>Path and new content of each.</summary>
    /// <param name="docs">The documentation's folder.</param>
    public static IEnumerable<(string Path, string Content)> Of(string docs)
    {
        var page = Path.Combine(docs, "configuration.md");
        yield return (page, SettingsTablePage.Renewed(File.ReadAllText(page)));
        yield return (Path.Combine(docs, "fastmd.schema.json"), SettingsSchema.Text);
    }
}
