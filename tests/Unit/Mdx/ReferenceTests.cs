using System.Text.Json;
using FastMd.Engine.Documents;
using FastMd.Tests.Unit.Mdx.Program;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Mdx;

/// <summary>
/// The cases against the reference, @mdx-js/mdx: both programs are run and rendered in Node, with and without components, and
/// rejections are compared by line and column.
/// </summary>
public class ReferenceTests
{
    [Fact]
    public async Task Every_case_renders_like_the_references_or_is_rejected_at_the_same_place()
    {
        await NodePackages.RequireAsync();

        // Beside node_modules, where what the programs import is found.
        var work = Directory.CreateDirectory(Path.Combine(NodePackages.Folder, "work", Guid.NewGuid().ToString("N")));
        try
        {
            WriteCases(work.FullName);
            var (exitCode, output) = await RunAsync(work.FullName);

            Assert.True(exitCode == 0, output);
            Assert.Contains($"{MdxCase.All.Count} cases", output, StringComparison.Ordinal);
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private static void WriteCases(string folder)
    {
        var number = 0;
        foreach (var example in MdxCase.All.Values)
        {
            var path = Path.Combine(folder, $"{++number:0000}");
            File.WriteAllText($"{path}.mdx", example.Input);
            try
            {
                File.WriteAllText($"{path}.mjs", Compiled.Program(example.Input));
            }
            catch (DocumentException rejected)
            {
                var (line, column) = (rejected.Diagnostic.Line, rejected.Diagnostic.Column);
                File.WriteAllText($"{path}.json", line == 0 ? "{}" : JsonSerializer.Serialize(new { line, column }));
            }
        }
    }

    private static Task<(int ExitCode, string Output)> RunAsync(string work) => ChildProcess.RunAsync(
        "node", ["render-documents.mjs", work], new Dictionary<string, string?>(), TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken, NodePackages.Folder);
}
