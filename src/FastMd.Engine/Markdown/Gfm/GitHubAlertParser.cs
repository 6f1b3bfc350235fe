using Markdig.Extensions.Alerts;
using Markdig.Helpers;
using Markdig.Parsers;

namespace FastMd.Engine.Markdown.Gfm;

/// <summary>Reads the five alerts GitHub knows; any other word in their place stays a quote's text.</summary>
internal sealed class GitHubAlertParser : AlertInlineParser
{
    private static readonly string[] Kinds = ["[!NOTE]", "[!TIP]", "[!IMPORTANT]", "[!WARNING]", "[!CAUTION]"];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() == '!')
        {
            foreach (var kind in Kinds)
            {
                if (slice.AsSpan().StartsWith(kind, StringComparison.OrdinalIgnoreCase))
                {
                    return base.Match(processor, ref slice);
                }
            }
        }

        return false;
    }
}
