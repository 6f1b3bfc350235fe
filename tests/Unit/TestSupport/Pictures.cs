namespace FastMd.Tests.Unit.TestSupport;

/// <summary>Pictures of what tests have on the screen, for people: kept where <c>FASTMD_TEST_PICTURES</c> names a folder. Those of the documentation are made so.</summary>
internal static class Pictures
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("FASTMD_TEST_PICTURES");

    /// <summary>Keeps what the browser shows.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="name">Name of the picture.</param>
    /// <param name="width">Pixels from the left.</param>
    /// <param name="height">Pixels from the top.</param>
    public static async Task KeepAsync(Browser browser, string name, int width, int height)
    {
        if (Folder is { Length: > 0 })
        {
            await File.WriteAllBytesAsync(Path.Combine(Repository.Root, Folder, name + ".png"), await browser.PictureAsync(width, height));
        }
    }
}
