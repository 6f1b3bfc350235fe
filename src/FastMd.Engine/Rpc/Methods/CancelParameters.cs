using System.Text.Json;
using FastMd.Engine.Rpc.Wire;

namespace FastMd.Engine.Rpc.Methods;

/// <summary>Parameters of <c>$/cancelRequest</c>, which nobody is told of when they are wrong.</summary>
internal static class CancelParameters
{
    /// <summary>The id of the request that is to be cancelled; null where there is none.</summary>
    /// <param name="json">The parameters: they are known to be an object, or empty.</param>
    public static RequestId? Read(ReadOnlyMemory<byte> json)
    {
        if (json.IsEmpty)
        {
            return null;
        }

        var reader = new Utf8JsonReader(json.Span);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1)
            {
                var isId = JsonStrings.Is(in reader, "id"u8);
                reader.Read();
                if (isId)
                {
                    return RequestId.Read(ref reader);
                }

                reader.Skip();
            }
        }

        return null;
    }
}
