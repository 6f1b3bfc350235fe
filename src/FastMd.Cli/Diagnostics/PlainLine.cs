using FastMd.Engine.Documents;

namespace FastMd.Cli.Diagnostics;

/// <summary>
/// A line for people that holds names of files and pieces of documents. Whoever chose those shall not command the agent of Azure Pipelines
/// either, which obeys <c>##vso[...]</c> wherever it stands.
/// </summary>
internal static class PlainLine
{
    private const string Command = "##vso[";
    private const string NoCommand = "# #vso[";

    /// <summary>Makes what a buffer holds from a place on one line.</summary>
    public static void Make(LineBuffer buffer, int start)
    {
        if (!OneLine.Is(buffer.From(start)) || buffer.From(start).Contains('['))
        {
            var plain = Of(buffer.From(start).ToString());
            buffer.CutTo(start);
            buffer.Append(plain);
        }
    }

    /// <summary>The text in one line, with control characters as escapes.</summary>
    public static string Of(string text)
    {
        var line = OneLine.Of(text);
        return line.Contains('[') ? line.Replace(Command, NoCommand, StringComparison.OrdinalIgnoreCase) : line;
    }
}
