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

    /// <summary>The text in one line, with control characters as escapes.</summary>
    public static string Of(string text)
    {
        var line = OneLine.Of(text);
        return line.Contains('[') ? line.Replace(Command, NoCommand, StringComparison.OrdinalIgnoreCase) : line;
    }
}
