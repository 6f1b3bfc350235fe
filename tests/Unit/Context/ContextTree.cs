using FastMd.Engine.Configuration;
using FastMd.Engine.Context;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs;
using FastMd.Engine.Jobs.Targets;
using FastMd.Engine.Pipeline;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Context;

/// <summary>A tree of documents, and the context it becomes.</summary>
internal sealed class ContextTree : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ContextTarget Target { get; set; } = new();

    public bool Prunes { get; init; }

    public void Dispose() => _folder.Dispose();

    public void Write(string path, string text) => _folder.Write("docs/" + path, text);

    public void Remove(string path) => File.Delete(_folder.At(["docs", .. path.Split('/')]));

    public string Read(string path) => _folder.Read("out/" + path);

    public string[] Outputs() => [.. _folder.Files().Where(file => file.StartsWith("out/", StringComparison.Ordinal)).Select(file => file["out/".Length..])];

    /// <summary>The text of a document's context, without front matter.</summary>
    public string Body(string path) => Read(path) is var text && text.StartsWith("---\n", StringComparison.Ordinal) ? text[(text.IndexOf("\n---\n\n", StringComparison.Ordinal) + 6)..] : text;

    public async Task<List<ConversionResult>> RunAsync(int workers = 2)
    {
        var options = new JobOptions
        {
            BasePath = _folder.At("docs"),
            Destination = _folder.At("out"),
            Incremental = true,
            Target = Target,
            Links = new() { Assets = AssetHandling.None },
            Reading = new() { Documents = new(Target.SourcePatterns(), Target.PartialPatterns()) },
            Batch = new() { Workers = workers },
        };
        using var job = new ConversionJob(options);
        var sources = new DocumentTree(_folder.At("docs"), options.Reading.Documents, null, (_, failure) => throw failure).Documents().ToList();
        using var session = job.Open(new JobRequest { Prune = Prunes }, TestContext.Current.CancellationToken);
        var results = new List<ConversionResult>();
        await foreach (var record in session.DriveAsync(job.PlanAll(sources), TestContext.Current.CancellationToken))
        {
            if (record is ResultRecord { Result: var result })
            {
                results.Add(result);
            }
        }

        return results;
    }

    /// <summary>The context of one document, with nothing before it.</summary>
    public static string Of(string text, DocumentFormat format = DocumentFormat.Markdown, ContextOptions? options = null, List<Diagnostic>? diagnostics = null)
    {
        using var output = new StringWriter();
        var converted = new ContextConverter((options ?? new() { Profile = ContextProfile.Lossless }) with { FrontMatter = ContextFrontMatter.None })
            .Convert(SourceText.FromString(text, format), SameLinks.Instance, output, TestContext.Current.CancellationToken);
        diagnostics?.AddRange(converted.Diagnostics);
        return output.ToString();
    }
}
