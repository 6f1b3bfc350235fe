using FastMd.Engine.Books.Epub;
using FastMd.Engine.Books.Pdf;
using FastMd.Engine.Configuration;
using FastMd.Engine.Documents.Sources;

namespace FastMd.Engine.Jobs.Books;

/// <summary>The kinds of sources, books included, as the settings say.</summary>
internal static class BookSources
{
    private const long MegaByte = 1024 * 1024;

    /// <summary>Markdown, MDX and books.</summary>
    /// <exception cref="SettingException">A setting has a value it may not have.</exception>
    public static SourceKinds From(SettingsResolver settings) => SourceKinds.Default
        .With(new EpubSource(new() { Layout = settings.Get(SettingsTable.Books), MaximumFileBytes = MaximumOf(settings) }))
        .With(new PdfSource(PdfFrom(settings)));

    private static long MaximumOf(SettingsResolver settings) => settings.Get(SettingsTable.MaxBookMB) * MegaByte;

    private static PdfOptions PdfFrom(SettingsResolver settings) => new()
    {
        MaximumBytes = MaximumOf(settings),
        Password = settings.Get(SettingsTable.PdfPassword) is { Length: > 0 } password ? password : null,
        Engine = settings.Get(SettingsTable.PdfEngine),
        OcrCommand = CommandText.Split(settings.Get(SettingsTable.Ocr)),
    };
}
