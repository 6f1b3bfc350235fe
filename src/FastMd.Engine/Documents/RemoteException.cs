namespace FastMd.Engine.Documents;

/// <summary>An exception of another process.</summary>
/// <param name="typeName">Name of its type there.</param>
/// <param name="message">Its message.</param>
internal sealed class RemoteException(string typeName, string message) : Exception(message)
{
    /// <summary>Name of its type there.</summary>
    public string TypeName => typeName;
}
