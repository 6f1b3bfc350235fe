using FastMd.Engine.Components;
using FastMd.Engine.Documents;
using FastMd.Engine.Markdown.Headings;
using FastMd.Engine.Mdx.Evaluation;

namespace FastMd.Engine.Mdx.Html;

/// <summary>What a document and those that it includes share while they are written.</summary>
/// <param name="registry">What components become.</param>
/// <param name="inclusions">The documents that are being included.</param>
/// <param name="slugger">Makes the ids of headings, each once.</param>
/// <param name="cancellation">Cancelled when the document is abandoned.</param>
internal sealed class Rendering(ComponentRegistry registry, Inclusions inclusions, GitHubSlugger slugger, CancellationToken cancellation)
{
    /// <summary>What was written that a page has to load or style something for.</summary>
    public DocumentFeatures Features { get; set; }

    public ComponentRegistry Registry => registry;

    public Inclusions Inclusions => inclusions;

    public GitHubSlugger Slugger => slugger;

    public CancellationToken Cancellation => cancellation;

    /// <summary>How many groups of tabs there are so far.</summary>
    public int Tabs { get; set; }
}
