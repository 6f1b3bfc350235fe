using System.Diagnostics;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Cli;

/// <summary>
/// A tree whose documents have a version, and processes that convert it. They run what was built beside the tests, and not their copy of it: where coverage is
/// measured, processes of that copy take a mutex as they end, and break off if one was killed that had it.
/// </summary>
internal sealed class VersionedTree(int documents) : IDisposable
{
    private static readonly string Executable = Repository.Built(Path.Combine("src", "FastMd.Cli"), "fastmd.dll");

    private readonly TemporaryFolder _folder = new();

    /// <summary>Absolute path of a destination.</summary>
    public string At(string destination) => _folder.At(destination);

    /// <summary>Whether a file is left that was being written.</summary>
    public bool HasLeftovers => _folder.Files().Any(static file => file.EndsWith(".tmp", StringComparison.Ordinal));

    public void Dispose() => _folder.Dispose();

    /// <summary>Writes the documents.</summary>
    public void Write(int version)
    {
        for (var i = 0; i < documents; i++)
        {
            _folder.Write($"docs/{i % 20}/{i}.md", $"# Version {version} of {i}\n\n" + string.Concat(Enumerable.Repeat($"*text* {version}, [next]({i + 20}.md)\n\n", 40)));
        }
    }

    /// <summary>The pages of a destination.</summary>
    public SortedDictionary<string, string> Outputs(string destination)
    {
        var root = At(destination);
        return new(
            Directory.Exists(root)
                ? Directory.EnumerateFiles(root, "*.html", SearchOption.AllDirectories).ToDictionary(path => Path.GetRelativePath(root, path), File.ReadAllText)
                : [],
            StringComparer.Ordinal);
    }

    /// <summary>Removes a destination.</summary>
    public void Remove(string destination)
    {
        if (Directory.Exists(At(destination)))
        {
            Directory.Delete(At(destination), recursive: true);
        }
    }

    /// <summary>Starts a process that converts the tree.</summary>
    public Process Start(string destination, IEnumerable<string> options, params (string Name, string Value)[] variables)
    {
        string[] arguments = ["exec", Executable, "convert", At("docs"), "--output", At(destination), .. options];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Waits for a process to end well; gives what it wrote to standard output.</summary>
    public static async Task<string> EndAsync(Process process, CancellationToken cancellation)
    {
        using (process)
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            Assert.True(process.ExitCode == 0, $"{process.ExitCode}: {await errors}");
            return await output;
        }
    }
}
