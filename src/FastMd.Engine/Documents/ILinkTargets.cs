namespace FastMd.Engine.Documents;

/// <summary>Knows where a document's links lead once the tree is converted. Serves one document, on one thread.</summary>
public interface ILinkTargets
{
    /// <summary>The URL to write in place of the one found in the document; the same where nothing changes.</summary>
    string Resolve(LinkReference link);
}
