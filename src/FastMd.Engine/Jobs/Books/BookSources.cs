using FastMd.Engine.Books.Epub;
#if !NO_PDF
using FastMd.Engine.Books.Pdf;
#endif
using FastMd.Engine.Configuration;
using FastMd.Engine.Documents.Sources;

namespace FastMd.Engine.Jobs.Books;

/// <summary>The kinds of sources, books included, as the settings say.</summary>
internal static class BookSources
{
    private const long MegaByte = 1024 * 1024;

    /// <summary>Markdown, MDX and books.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="destination">Absolute path of the folder outputs are written to; null where results carry the content.</param>
    /// <param name="isOneFile">Whether all there is becomes one file, so that each book is one document, too.</param>
    /// <exception cref="SettingException">A setting has a value it may not have.</exception>
    public static SourceKinds From(SettingsResolver settings, string? destination, bool isOneFile = false)
    {
        var most = settings.Get(SettingsTable.MaxBookMB) * MegaByte;
        var layout = isOneFile ? BookLayout.Single : settings.Get(SettingsTable.Books);
        return SourceKinds.Default.With(new EpubSource(new() { Layout = layout, MaximumFileBytes = most })).With(PdfFrom(settings, destination, most));
    }

#if NO_PDF
    private static UnreadableSource PdfFrom(SettingsResolver settings, string? destination, long most) => new("pdf", ".pdf", "this build of FastMd was made without what reads PDF (-p:Pdf=false)");
#else
    private static PdfSource PdfFrom(SettingsResolver settings, string? destination, long most) => new(new()
    {
        MaximumBytes = most,
        Password = settings.Get(SettingsTable.PdfPassword) is { Length: > 0 } password ? password : null,
        Engine = settings.Get(SettingsTable.PdfEngine),
        ImageFolder = destination is not null && settings.Get(SettingsTable.PdfImages) && settings.Get(SettingsTable.Assets) == AssetHandling.Copy
            ? ImageSpool.In(destination)
            : null,
        OcrCommand = CommandText.Split(settings.Get(SettingsTable.Ocr)),
    });
#endif
}
