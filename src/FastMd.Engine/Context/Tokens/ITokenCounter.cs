namespace FastMd.Engine.Context.Tokens;

/// <summary>Counts the tokens that a model reads a text as. Safe on any number of threads at once.</summary>
internal interface ITokenCounter
{
    /// <summary>What outputs call it.</summary>
    string Name { get; }

    /// <summary>The tokens of a text.</summary>
    int Count(ReadOnlySpan<char> text);
}

/// <summary>Estimates: a quarter of the bytes of UTF-8, which is within a few percent in all languages.</summary>
internal sealed class TokenEstimate : ITokenCounter
{
    private const int BytesPerToken = 4;

    /// <summary>The only one.</summary>
    public static TokenEstimate Instance { get; } = new();

    /// <inheritdoc/>
    public string Name => "estimate";

    /// <inheritdoc/>
    public int Count(ReadOnlySpan<char> text) => (System.Text.Encoding.UTF8.GetByteCount(text) + BytesPerToken - 1) / BytesPerToken;
}
