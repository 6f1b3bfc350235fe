using FastMd.Engine.Documents;

namespace FastMd.Cli.Diagnostics;

/// <summary>A line for people that holds names of files and pieces of documents.</summary>
internal static class PlainLine
{
    /// <summary>Makes what a buffer holds from a place on one line that commands nothing.</summary>
    public static void Make(LineBuffer buffer, int start)
    {
        if (!OneLine.Is(buffer.From(start)))
        {
            var plain = OneLine.Of(buffer.From(start).ToString());
            buffer.CutTo(start);
            buffer.Append(plain);
        }
    }
}
