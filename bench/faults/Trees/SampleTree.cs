using System.Globalization;
using System.Text;

namespace FastMd.Faults.Trees;

/// <summary>A generated tree: pages that link to each other and to assets, some with front matter, some of MDX.</summary>
internal static class SampleTree
{
    public const int Many = 240;
    public const int Few = 4;

    private const int PagesOfSection = 20;
    private const int LargestPage = 11_000;
    private const int LargestAsset = 300_000;

    public static SourceTree Make(int pages)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        for (var page = 0; page < pages; page++)
        {
            files[NameOf(page, "md")] = Encoding.UTF8.GetBytes(Page(page, pages));
        }

        for (var module = 0; module < 1 + (pages / PagesOfSection); module++)
        {
            files[string.Create(CultureInfo.InvariantCulture, $"modules/module-{module:000}.mdx")] = Encoding.UTF8.GetBytes(
                $"import {{ Note }} from \"./note\"\n\nexport const number = {module}\n\n# Module {module}\n\n<Note level={{number}}>A **note**.</Note>\n");
        }

        for (var section = 0; section <= (pages - 1) / PagesOfSection; section++)
        {
            files[AssetOf(section)] = Bytes(section, pages == Few ? 100 : LargestAsset >> (section % 6));
        }

        return new(files);
    }

    private static string NameOf(int page, string extension)
        => string.Create(CultureInfo.InvariantCulture, $"section-{page / PagesOfSection:00}/page-{page:000}.{extension}");

    private static string AssetOf(int section) => string.Create(CultureInfo.InvariantCulture, $"assets/picture-{section:00}.png");

    private static string Page(int page, int pages)
    {
        var length = pages == Few ? 100 : 1000 + (page * 7919 % LargestPage);
        var frontMatter = page % 3 == 0 ? SamplePage.FrontMatter : "";
        return $"{frontMatter}{SamplePage.Markdown(length, page)}\n[Next](../{NameOf((page + 1) % pages, "md")}) ![Picture](../{AssetOf(page / PagesOfSection)})\n";
    }

    private static byte[] Bytes(int seed, int count)
    {
        var bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
