using System.Text;

namespace FastMd.Tests.Unit.TestSupport;

/// <summary>A folder of the test's own, gone with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("fastmd-test-").FullName;

    public string Path { get; }

    public string At(params string[] segments) => System.IO.Path.Combine([Path, .. segments]);

    public string Write(string relative, string content) => Write(relative, Encoding.UTF8.GetBytes(content));

    public string Write(string relative, byte[] content)
    {
        var path = At(relative.Split('/'));
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    public string Read(string relative) => File.ReadAllText(At(relative.Split('/')));

    public bool Has(string relative) => File.Exists(At(relative.Split('/')));

    /// <summary>Every file in it but the build state, as relative paths with forward slashes, sorted.</summary>
    public string[] Files() => [.. Directory
        .EnumerateFiles(Path, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
        .Select(file => System.IO.Path.GetRelativePath(Path, file).Replace('\\', '/'))
        .Where(file => !$"/{file}".Contains("/.fastmd/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)];

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The system clears its temporary folder; a test does not fail for it.
        }
    }
}
