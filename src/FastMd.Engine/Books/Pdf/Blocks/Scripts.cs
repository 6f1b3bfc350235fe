using System.Buffers;
using FastMd.Engine.Books.Pdf.Layout;

namespace FastMd.Engine.Books.Pdf.Blocks;

/// <summary>Raised and lowered numbers, in the characters that Unicode has for them.</summary>
internal static class Scripts
{
    private const string Plain = "0123456789+-=()";
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾";
    private const string Lowered = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎";

    private static readonly SearchValues<char> Known = SearchValues.Create(Plain);

    /// <summary>The text of a piece that stands above or below its line; as it is where there are no characters for all of it.</summary>
    public static string Of(Piece piece)
    {
        var text = piece.Text.Replace('−', '-').Replace('–', '-');
        return text.Length > 8 || text.AsSpan().ContainsAnyExcept(Known)
            ? piece.Text
            : string.Create(text.Length, (text, piece.Shift), static (output, state) =>
            {
                var scripts = state.Shift == Shift.Raised ? Raised : Lowered;
                for (var i = 0; i < output.Length; i++)
                {
                    output[i] = scripts[Plain.IndexOf(state.text[i], StringComparison.Ordinal)];
                }
            });
    }
}
