using FastMd.Engine.Documents;
using FastMd.Engine.Output;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Pipeline.Committing;
using FastMd.Engine.Pipeline.Executing;
using FastMd.Engine.Pipeline.Links;

namespace FastMd.Tests.Unit.TestSupport;

/// <summary>Documents taken all the way, without a job around them.</summary>
internal static class Processing
{
    /// <summary>Converts to results that carry the content.</summary>
    public static DocumentProcessor ToContent(IDocumentConverter converter, long maximumBytes = 1000, TimeProvider? time = null)
        => new(new DocumentExecutor(new(converter) { MaximumBytes = maximumBytes }, time), time: time);

    /// <summary>Converts to files in a folder that nobody else writes to.</summary>
    public static DocumentProcessor ToFiles(IDocumentConverter converter, string destination, long maximumBytes = 1000)
    {
        var executing = new ExecutorOptions(converter) { MaximumBytes = maximumBytes, Links = new TreeLinks(DocumentFilter.Default, ".html") };
        return new(new DocumentExecutor(executing), new DocumentCommitter(new OutputTree(destination, overwriteReadOnly: false)));
    }
}
