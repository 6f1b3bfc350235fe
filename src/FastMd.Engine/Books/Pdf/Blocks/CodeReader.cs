using System.Text;
using FastMd.Engine.Books.Pdf.Layout;

namespace FastMd.Engine.Books.Pdf.Blocks;

/// <summary>Lines in a font of one width are code, and where each character stands is part of it.</summary>
internal static class CodeReader
{
    // No line is indented by more.
    private const int MostSpaces = 200;

    /// <summary>How many lines of code there are from a line on.</summary>
    public static int Length(List<TextLine> lines, int begin)
    {
        var end = begin;
        while (end < lines.Count && lines[end].IsMonospaced && lines[end].Table is null
            && (end == begin || (lines[end - 1].Y - lines[end].Y is > 0 and var distance && distance < 3.2f * lines[end].Size)))
        {
            end++;
        }

        return end - begin;
    }

    public static CodeBlock Read(List<TextLine> lines, int begin, int length)
    {
        var left = float.MaxValue;
        var leading = float.MaxValue;
        for (var i = begin; i < begin + length; i++)
        {
            left = Math.Min(left, lines[i].Left);
            leading = i > begin ? Math.Min(leading, lines[i - 1].Y - lines[i].Y) : leading;
        }

        var code = new CodeBlock();
        for (var i = begin; i < begin + length; i++)
        {
            if (i > begin && lines[i - 1].Y - lines[i].Y > 1.7f * leading)
            {
                code.Lines.Add("");
            }

            code.Lines.Add(LineOf(lines[i], left));
        }

        return code;
    }

    private static string LineOf(TextLine line, float left)
    {
        var text = new StringBuilder();
        var right = left;
        foreach (var piece in line.Pieces)
        {
            var width = Math.Max(1, (piece.Right - piece.Left) / Math.Max(1, piece.Text.Length));
            var spaces = Math.Clamp((int)Math.Round((piece.Left - right) / width), 0, MostSpaces);
            text.Append(' ', spaces).Append(piece.Text);
            right = piece.Right;
        }

        return text.ToString();
    }
}
