using System.Management.Automation;

namespace FastMd.Tests.Hosted.TestSupport;

/// <summary>Documents to convert, in a folder of the test's own.</summary>
internal sealed class SampleTree : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <param name="documents">How many documents there are in <c>docs</c>: 000.md, 001.md, …</param>
    /// <param name="lines">How long each is.</param>
    public SampleTree(int documents, int lines = 200)
    {
        var body = string.Concat(Enumerable.Repeat("- some *text* with `code`\n", lines));
        for (var number = 0; number < documents; number++)
        {
            Write(number, $"# Page {number}\n\n{body}");
        }
    }

    public string Path => _folder.Path;

    public string At(string relative) => _folder.At(relative.Split('/'));

    /// <summary>The files of a folder and their content.</summary>
    public IReadOnlyDictionary<string, string> Files(string folder) => _folder.Files()
        .Where(file => file.StartsWith(folder + "/", StringComparison.Ordinal))
        .ToDictionary(file => file[(folder.Length + 1)..], _folder.Read);

    public void Write(int number, string text) => _folder.Write($"docs/{number:000}.md", text);

    public void Dispose() => _folder.Dispose();

    /// <summary>A property of a result, as text: the module's types are not compiled against.</summary>
    public static string Of(PSObject result, string property) => $"{result.Properties[property].Value}";
}
