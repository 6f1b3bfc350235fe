namespace FastMd.Engine.Documents;

/// <summary>Knows where a document's links lead once the tree is converted.</summary>
public interface ILinkTargets
{
    /// <summary>The link to write in place of one found in the document; the same where nothing changes.</summary>
    string Resolve(string url);
}
