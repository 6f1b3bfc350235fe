using FastMd.Engine.Documents;
using FastMd.Engine.Pages;

namespace FastMd.Tests.Unit.Pages;

/// <summary>Short ways to a page.</summary>
internal static class SamplePage
{
    public static Page Of(
        string content = "", IReadOnlyDictionary<string, object?>? frontMatter = null, IReadOnlyList<Heading>? headings = null, string? title = null, string root = "",
        DocumentFeatures features = DocumentFeatures.None, PageOptions? options = null)
        => new(System.Text.Encoding.UTF8.GetBytes(content), new(title, frontMatter, []) { Headings = headings ?? [], Features = features }, "name", root)
        {
            Options = options ?? new(),
        };

    /// <summary>Front matter as a document has it.</summary>
    public static IReadOnlyDictionary<string, object?> FrontMatter(string yaml)
    {
        var diagnostics = new List<Diagnostic>();
        Assert.True(Engine.Documents.FrontMatter.TryParse(FrontMatterBlock.Find($"---\n{yaml}\n---\n")!.Value, diagnostics, out var data));
        Assert.Empty(diagnostics);
        return data!;
    }

    public static string Render(PageTemplate template, Page page) => Render(template, page, out _);

    public static string Render(PageTemplate template, Page page, out IReadOnlyCollection<Diagnostic> diagnostics)
    {
        using var output = new Utf8TextWriter();
        diagnostics = template.Render(page, output);
        return output.ToString();
    }
}
