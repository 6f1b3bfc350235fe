using System.Text.Json;

namespace FastMd.Tests.Unit.TestSupport;

/// <summary>
/// References that run in Node.js: their packages are installed by the first test that asks for them. Without Node.js, or a registry, the test
/// is skipped, and says why.
/// </summary>
internal static class NodePackages
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private static readonly Lazy<Task<string?>> Obstacle = new(InstallAsync);

    /// <summary>The folder they are installed in, beside the scripts that use them.</summary>
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "oracle");

    /// <summary>Sees to it that they are installed.</summary>
    public static async Task RequireAsync()
    {
        var obstacle = await Obstacle.Value;
        Assert.SkipWhen(obstacle is not null, obstacle ?? "");
    }

    private static async Task<string?> InstallAsync()
    {
        var manifest = Path.Combine(Folder, "package.json");
        if (!Programs.Has("node"))
        {
            return "Node.js is not here: no node on the PATH.";
        }

        if (AreInstalled(manifest))
        {
            return null;
        }

        if (!Programs.Has("npm"))
        {
            return $"The reference is not installed, and npm is not on the PATH: run npm install in {Folder}.";
        }

        // On Windows npm is a script, which only a shell starts.
        string[] install = ["npm", "install", "--no-audit", "--no-fund", "--no-package-lock"];
        var (program, arguments) = OperatingSystem.IsWindows() ? ("cmd", ["/c", .. install]) : (install[0], install[1..]);
        var (exitCode, output) = await ChildProcess.RunAsync(program, arguments, new Dictionary<string, string?>(), Limit, CancellationToken.None, Folder);
        return exitCode == 0 ? null : $"npm install in {Folder} ended with exit code {exitCode}:\n{output}";
    }

    private static bool AreInstalled(string manifest)
    {
        using var wanted = JsonDocument.Parse(File.ReadAllText(manifest));
        return wanted.RootElement.GetProperty("devDependencies").EnumerateObject().All(package =>
        {
            var installed = Path.Combine(Folder, "node_modules", package.Name, "package.json");
            if (!File.Exists(installed))
            {
                return false;
            }

            using var there = JsonDocument.Parse(File.ReadAllText(installed));
            return there.RootElement.GetProperty("version").GetString() == package.Value.GetString();
        });
    }
}
