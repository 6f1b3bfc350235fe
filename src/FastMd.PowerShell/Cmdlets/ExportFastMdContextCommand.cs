using System.Management.Automation;
using FastMd.Engine.Configuration;
using FastMd.PowerShell.Parameters;
using FastMd.PowerShell.Parameters.Mdx;
using FastMd.PowerShell.Results;

namespace FastMd.PowerShell.Cmdlets;

/// <summary>Exports documents as context for language models: clean Markdown, an index, and on request chunks and lists.</summary>
[Cmdlet(VerbsData.Export, "FastMdContext", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
[OutputType(typeof(FastMdResult))]
public sealed class ExportFastMdContextCommand : ConvertFastMdBatchCommand
{
    /// <summary>How much of long code is kept.</summary>
    [Parameter]
    public FastMdContextProfile Profile { get; set; } = FastMdContextProfile.Balanced;

    /// <summary>How tokens are counted.</summary>
    [Parameter]
    public FastMdTokenCounting TokenCounting { get; set; }

    /// <summary>Most tokens of a chunk.</summary>
    [Parameter]
    public int ChunkTokens { get; set; }

    /// <summary>Most tokens of all documents together.</summary>
    [Parameter]
    public int MaxTokens { get; set; }

    /// <summary>Address that the documents are published under.</summary>
    [Parameter]
    public string SiteUrl { get; set; } = "";

    /// <summary>Address of the repository that the documents are from.</summary>
    [Parameter]
    public string Repository { get; set; } = "";

    /// <summary>Branch, tag or commit there.</summary>
    [Parameter]
    public string Ref { get; set; } = "";

    /// <summary>Whether links become their text.</summary>
    [Parameter]
    public SwitchParameter StripUrl { get; set; }

    /// <summary>Whether llms.txt is written.</summary>
    [Parameter]
    public SwitchParameter LlmsTxt { get; set; }

    /// <summary>Whether llms-full.txt is written.</summary>
    [Parameter]
    public SwitchParameter LlmsFull { get; set; }

    // What decides HTML or JavaScript is no parameter here: a property of the same name and type hides each.

    /// <summary>Context.</summary>
    public new FastMdTarget To { get; } = FastMdTarget.Context;

    /// <summary>Fragments: there are no pages of context.</summary>
    public new FastMdOutputForm As { get; } = FastMdOutputForm.Fragment;

    /// <summary>None.</summary>
    public new string Template { get; } = "";

    /// <summary>GitHub's.</summary>
    public new FastMdFlavor Flavor { get; } = FastMdFlavor.Gfm;

    /// <summary>Stays.</summary>
    public new FastMdRawHtml RawHtml { get; } = FastMdRawHtml.Allow;

    /// <summary>None.</summary>
    public new FastMdMdxOption MdxOption { get; } = new();

    private protected override void Take(GivenSettings given)
    {
        base.Take(given);
        given.Settings.Give(SettingsTable.To, "context", MyInvocation.MyCommand.Name);
        given.TakeAs(nameof(Profile), SettingsTable.ContextProfile, Profile.ToEngine());
        given.TakeAs(nameof(TokenCounting), SettingsTable.Tokens, TokenCounting.ToEngine());
        given.TakeAs(nameof(ChunkTokens), SettingsTable.Chunks, ChunkTokens);
        given.TakeAs(nameof(MaxTokens), SettingsTable.MaxTokens, MaxTokens);
        given.TakeAs(nameof(SiteUrl), SettingsTable.SiteUrl, SiteUrl);
        given.TakeAs(nameof(Repository), SettingsTable.Repository, Repository);
        given.TakeAs(nameof(Ref), SettingsTable.Ref, Ref);
        given.TakeAs<bool>(nameof(StripUrl), SettingsTable.StripUrls, StripUrl);
        given.TakeAs<bool>(nameof(LlmsTxt), SettingsTable.LlmsTxt, LlmsTxt);
        given.TakeAs<bool>(nameof(LlmsFull), SettingsTable.LlmsFull, LlmsFull);
    }
}
