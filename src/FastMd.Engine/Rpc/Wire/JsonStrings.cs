using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace FastMd.Engine.Rpc.Wire;

/// <summary>Strings of JSON as text.</summary>
internal static class JsonStrings
{
    /// <summary>Whether it is a text; a string that is none is no text.</summary>
    public static bool Is(in Utf8JsonReader reader, ReadOnlySpan<byte> text)
    {
        try
        {
            return reader.ValueTextEquals(text);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>The text; false where it is none, such as half a surrogate pair, which JSON allows.</summary>
    public static bool TryGet(ref Utf8JsonReader reader, [NotNullWhen(true)] out string? text)
    {
        try
        {
            text = reader.GetString();
            return text is not null;
        }
        catch (InvalidOperationException)
        {
            text = null;
            return false;
        }
    }
}
