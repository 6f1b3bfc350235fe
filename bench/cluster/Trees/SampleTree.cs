using System.Globalization;
using System.Text;

namespace FastMd.Cluster.Bench.Trees;

/// <summary>A tree of documents: sizes as of real documentation, nested folders, links to each other and to pictures, some front matter; the same on every run.</summary>
internal static class SampleTree
{
    private const int DocumentsOfFolder = 25;
    private const int FoldersOfFolder = 10;
    private const int Smallest = 500;
    private const int Largest = 20_000;
    private const int EndLength = 150;

    // A log-normal distribution: its mean is about 3 KB.
    private const double MedianLength = 2150;
    private const double Spread = 0.85;

    private static readonly string[] Words =
        ("a and batch broker chunk cluster convert document file folder for heading host in is it job lease limit line link list module name of on "
        + "output page parallel publisher result run shared stream table text that the this time to tree value when with worker öffnen naïve 日本")
        .Split(' ');

    /// <summary>Writes it; gives a line about it.</summary>
    public static string Write(string folder, int documents, int seed)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new Refusal($"'{folder}' is not empty; name a folder that is, or that does not exist.");
        }

        var bytes = 0L;
        for (var i = 0; i < documents; i++)
        {
            var path = Path.Combine(folder, NameOf(i));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var content = Encoding.UTF8.GetBytes(Page(i, documents, seed));
            File.WriteAllBytes(path, content);
            bytes += content.Length;
        }

        var folders = ((documents - 1) / DocumentsOfFolder) + 1;
        for (var i = 0; i < folders; i += FoldersOfFolder)
        {
            File.WriteAllBytes(Path.Combine(folder, PictureOf(i)), Picture(i, seed));
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"{documents} documents in {folders} folders, {bytes / 1e6:0.0} MB, {(double)bytes / documents:0} bytes each on average");
    }

    private static string NameOf(int document) => string.Create(CultureInfo.InvariantCulture, $"{FolderOf(document / DocumentsOfFolder)}/page-{document:00000}.md");

    private static string PictureOf(int folder) => $"{FolderOf(folder)}/picture.png";

    private static string FolderOf(int folder)
    {
        var chapter = folder / FoldersOfFolder;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"part-{chapter / FoldersOfFolder:00}/chapter-{chapter % FoldersOfFolder}{(folder % FoldersOfFolder is > 0 and var section ? $"/section-{section}" : "")}");
    }

    private static byte[] Picture(int folder, int seed)
    {
        var bytes = new byte[2000 + (folder * 7919 % 60_000)];
        new Random(HashOf(folder, ~seed)).NextBytes(bytes);
        return bytes;
    }

    private static string Page(int document, int documents, int seed)
    {
        var random = new Random(HashOf(document, seed));
        var length = Math.Clamp((int)(MedianLength * Math.Exp(Spread * Normal(random))), Smallest, Largest);
        var page = new StringBuilder(length + 1024);
        if (document % 8 == 3)
        {
            page.Append(CultureInfo.InvariantCulture, $"---\ntitle: \"Page {document}: {Sentence(random, 3)}\"\norder: {document % 97}\ntags: [batch, cluster]\n---\n\n");
        }

        page.Append(CultureInfo.InvariantCulture, $"# Page {document}\n\n");
        for (var block = 0; page.Length < length - EndLength; block++)
        {
            AppendBlock(page, random, block, length - EndLength - page.Length);
        }

        var folder = Path.GetDirectoryName(NameOf(document))!;
        page.Append(CultureInfo.InvariantCulture, $"[Next]({Link(folder, NameOf((document + 1) % documents))}) and [another]({Link(folder, NameOf(random.Next(documents)))})\n");
        if (document % 50 == 0)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n![Picture]({Link(folder, PictureOf(document / DocumentsOfFolder / FoldersOfFolder * FoldersOfFolder))})\n");
        }

        return page.ToString();
    }

    private static void AppendBlock(StringBuilder page, Random random, int block, int room)
    {
        var words = Math.Clamp(room / 6, 3, 40);
        switch (block % 5)
        {
            case 0:
                page.Append(CultureInfo.InvariantCulture, $"## Part {block}: {Sentence(random, 3)}\n\n{Sentence(random, words)}\n\n");
                break;
            case 1:
                page.Append(CultureInfo.InvariantCulture, $"**{Sentence(random, 2)}** `Get-Item{block}` *{Sentence(random, 3)}* {Sentence(random, words)} <https://example.org/{block}>\n\n");
                break;
            case 2:
                page.Append(CultureInfo.InvariantCulture, $"- {Sentence(random, words / 3)}\n- {Sentence(random, words / 3)}\n  - [ ] {Sentence(random, words / 4)}\n\n");
                break;
            case 3:
                page.Append(CultureInfo.InvariantCulture, $"| Name | Meaning |\n| --- | --- |\n| `{Sentence(random, 1)}` | {Sentence(random, words / 2)} |\n| {Sentence(random, 1)} | {Sentence(random, words / 3)} |\n\n");
                break;
            default:
                page.Append(CultureInfo.InvariantCulture, $"```sh\nfastmd convert part-{block} --output {Sentence(random, 1)}\n```\n\n> {Sentence(random, words / 2)}\n\n");
                break;
        }
    }

    private static string Link(string folder, string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');

    private static string Sentence(Random random, int words)
        => string.Join(' ', Enumerable.Range(0, Math.Max(words, 1)).Select(_ => Words[random.Next(Words.Length)]));

    /// <summary>A value of the standard normal distribution (Box and Muller).</summary>
    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    /// <summary>A seed of its own for each number; the same in every process.</summary>
    private static int HashOf(int number, int seed) => unchecked((int)(((uint)number * 2654435761) ^ ((uint)seed * 2246822519)));
}
