namespace FastMd.Peers;

/// <summary>The least any converter must do: read every file and write as many bytes, with two threads.</summary>
internal static class Floor
{
    public const string Mode = "--floor";

    private const int Threads = 2;

    public static int Run(string input, string output)
    {
        var files = Directory.GetFiles(input, "*", SearchOption.AllDirectories);
        Parallel.ForEach(files, new ParallelOptions { MaxDegreeOfParallelism = Threads }, file =>
        {
            var path = Path.Combine(output, Path.GetRelativePath(input, file));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, File.ReadAllBytes(file));
        });
        return 0;
    }
}
