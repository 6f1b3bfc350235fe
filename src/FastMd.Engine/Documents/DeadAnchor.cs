using System.Buffers;

namespace FastMd.Engine.Documents;

/// <summary>A link to a place that its document does not have.</summary>
/// <param name="Document">Absolute path of the document that the link stands in.</param>
/// <param name="Target">Absolute path of the document that it leads to.</param>
/// <param name="Fragment">The id of the place.</param>
internal sealed record DeadAnchor(string Document, string Target, string Fragment) : IMessage
{
    /// <inheritdoc/>
    public void WriteTo(IBufferWriter<char> writer)
    {
        var place = PathRules.Comparer.Equals(Document, Target)
            ? "this document"
            : $"'{Path.GetRelativePath(Path.GetDirectoryName(Document)!, Target).Replace('\\', '/')}'";
        writer.Write($"The link to '#{Fragment}' leads to no place in {place}: no heading, footnote or tag there has that id; mend the link.");
    }
}
