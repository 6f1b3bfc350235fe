using System.Formats.Tar;
using System.IO.Compression;
using FastMd.Engine.Documents;

namespace FastMd.Engine.Jobs.Cluster;

/// <summary>A tree of sources as one file, for workers that see no disk that it lies on.</summary>
internal static class SourceArchive
{
    /// <summary>What the archive of a job is called at the broker.</summary>
    public const string Name = "sources";

    // Of these it only matters that they are there: they go along by way of the process that published the job.
    private static readonly HashSet<string> Opaque = new(StringComparer.OrdinalIgnoreCase)
    {
        ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".bmp", ".mp3", ".mp4", ".wav", ".ogg", ".webm", ".mov", ".woff", ".woff2", ".ttf", ".otf", ".zip", ".gz", ".7z",
    };

    /// <summary>Writes an archive.</summary>
    /// <param name="archive">Absolute path of the file.</param>
    /// <param name="root">Absolute path of the tree's root.</param>
    /// <param name="destination">Absolute path of the folder outputs are written to, which is left out.</param>
    /// <exception cref="IOException">A file cannot be read, or the archive not written.</exception>
    public static void Write(string archive, string root, string destination)
    {
        using var compressed = new GZipStream(File.Create(archive), CompressionLevel.Fastest);
        using var tar = new TarWriter(compressed, TarEntryFormat.Pax);
        foreach (var path in FilesOf(root, destination))
        {
            var name = Path.GetRelativePath(root, path).Replace('\\', '/');
            using var content = Opaque.Contains(Path.GetExtension(path)) ? Stream.Null : File.Open(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = content, ModificationTime = File.GetLastWriteTimeUtc(path) });
        }
    }

    /// <summary>Unpacks an archive; a file that would lie outside is an error.</summary>
    /// <param name="archive">Absolute path of the file.</param>
    /// <param name="folder">Absolute path of an empty folder.</param>
    /// <exception cref="IOException">It cannot be read, or not be unpacked there.</exception>
    public static void Extract(string archive, string folder)
    {
        using var content = new GZipStream(File.OpenRead(archive), CompressionMode.Decompress);
        TarFile.ExtractToDirectory(content, folder, overwriteFiles: false);
    }

    private static IEnumerable<string> FilesOf(string folder, string destination)
    {
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos().OrderBy(static entry => entry.Name, StringComparer.Ordinal))
        {
            if (entry is FileInfo file)
            {
                if (file.LinkTarget is null || File.Exists(file.FullName))
                {
                    yield return file.FullName;
                }
            }
            else if (entry.LinkTarget is null
                && !ReservedFolders.Contains(entry.Name)
                && !entry.Name.Equals("node_modules", StringComparison.OrdinalIgnoreCase)
                && !PathRules.Comparer.Equals(entry.FullName, Path.TrimEndingDirectorySeparator(destination)))
            {
                foreach (var inner in FilesOf(entry.FullName, destination))
                {
                    yield return inner;
                }
            }
        }
    }
}
