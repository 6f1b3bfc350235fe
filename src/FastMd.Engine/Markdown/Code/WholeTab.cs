using Markdig.Helpers;
using Markdig.Parsers;

namespace FastMd.Engine.Markdown.Code;

/// <summary>
/// A tab of which a list, a quote or a fence has taken a part becomes space; any other stays a tab. Markdig takes every tab that does not
/// begin at a tab stop for one in parts: makefiles in lists would lose theirs.
/// </summary>
internal static class WholeTab
{
    /// <summary>Ensures that a whole tab at the processor's place stays one when the rest of the line is added to a block.</summary>
    public static void Keep(BlockProcessor processor)
    {
        if (processor.CurrentChar != '\t')
        {
            return;
        }

        var column = 0;
        for (var i = processor.CurrentLineStartPosition; i < processor.Start; i++)
        {
            column = processor.Line.Text[i] == '\t' ? CharHelper.AddTab(column) : column + 1;
        }

        if (column == processor.Column)
        {
            processor.Column = CharHelper.AddTab(column);
        }
    }
}
