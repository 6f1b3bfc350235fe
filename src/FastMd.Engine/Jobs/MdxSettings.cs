using FastMd.Engine.Configuration;
using FastMd.Engine.Mdx;

namespace FastMd.Engine.Jobs;

/// <summary>What the settings say of MDX.</summary>
internal static class MdxSettings
{
    public static MdxOptions Read(SettingsResolver settings) => new()
    {
        Format = settings.Get(SettingsTable.MdxFormat),
        Components = settings.Get(SettingsTable.MdxComponents),
        Runtime = settings.Get(SettingsTable.JsxRuntime),
        ImportSource = settings.Get(SettingsTable.JsxImportSource),
        Pragma = settings.Get(SettingsTable.JsxPragma),
        PragmaFragment = settings.Get(SettingsTable.JsxPragmaFragment),
        PragmaImportSource = settings.Get(SettingsTable.JsxPragmaImportSource),
        ProviderImportSource = settings.Get(SettingsTable.ProviderImportSource),
        Development = settings.Get(SettingsTable.Development),
        Program = settings.Get(SettingsTable.MdxProgram),
        KeepJsx = settings.Get(SettingsTable.KeepJsx),
        FrontMatterExport = settings.Get(SettingsTable.FrontMatterExport),
        HeadingIds = settings.Get(SettingsTable.MdxHeadingIds),
        ContentsExport = settings.Get(SettingsTable.ContentsExport),
        SourceMap = settings.Get(SettingsTable.SourceMap),
    };
}
