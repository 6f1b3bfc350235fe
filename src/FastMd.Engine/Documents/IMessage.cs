using System.Buffers;

namespace FastMd.Engine.Documents;

/// <summary>The message of a diagnostic as the facts it is made of: few are read of all there are.</summary>
internal interface IMessage
{
    /// <summary>Puts it together.</summary>
    void WriteTo(IBufferWriter<char> writer);
}
