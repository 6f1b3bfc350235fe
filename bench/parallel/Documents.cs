using FastMd.Engine.Documents;
using FastMd.Engine.Markdown;
using FastMd.Engine.Output;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Pipeline.Committing;
using FastMd.Engine.Pipeline.Executing;
using FastMd.Engine.Pipeline.Links;

namespace FastMd.Parallel;

/// <summary>What takes documents all the way, without a job around it.</summary>
internal static class Documents
{
    /// <summary>Markdown to files of HTML in a folder that nobody else writes to.</summary>
    public static DocumentProcessor ToFiles(string destination, TextDecoder decoder, long maximumBytes)
    {
        var executing = new ExecutorOptions(new MarkdownConverter(new()))
        {
            Decoder = decoder,
            MaximumBytes = maximumBytes,
            Links = new TreeLinks(DocumentFilter.Default, ".html"),
        };
        return new(new DocumentExecutor(executing), new DocumentCommitter(new OutputTree(destination, overwriteReadOnly: false)));
    }
}
