using Microsoft.ML.Tokenizers;

namespace FastMd.Engine.Context.Tokens;

/// <summary>Counts tokens by one of the encodings of OpenAI's models.</summary>
/// <param name="encoding">Name of the encoding.</param>
internal sealed class EncodingCounter(string encoding) : ITokenCounter
{
    private const string SpecialOpen = "<|";

    // What stands for a special token in a document is text, of which others have as many tokens.
    private static readonly (string Special, string Alike)[] Specials =
    [
        ("<|endoftext|>", "<|endoflist|>"),
        ("<|endofprompt|>", "<|endoftable|>"),
        ("<|fim_prefix|>", "<|fim_number|>"),
        ("<|fim_middle|>", "<|fim_number|>"),
        ("<|fim_suffix|>", "<|fim_number|>"),
    ];

    // Most of a second, and forty megabytes: not before something is counted.
    private readonly Lazy<TiktokenTokenizer> _tokenizer = new(() => TiktokenTokenizer.CreateForEncoding(encoding));

    /// <inheritdoc/>
    public string Name => encoding;

    /// <inheritdoc/>
    public int Count(ReadOnlySpan<char> text)
    {
        if (text.Contains(SpecialOpen, StringComparison.Ordinal))
        {
            var plain = text.ToString();
            foreach (var (special, alike) in Specials)
            {
                plain = plain.Replace(special, alike, StringComparison.Ordinal);
            }

            text = plain;
        }

        return _tokenizer.Value.CountTokens(text);
    }
}
