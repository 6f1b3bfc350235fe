using System.Buffers;
using System.Numerics;
using FastMd.Engine.Books.Pdf.Glyphs;

namespace FastMd.Engine.Books.Pdf.Layout;

/// <summary>Tells what is drawn again at the same place: it is seen once.</summary>
internal readonly struct ShownGlyphs : IDisposable
{
    // Places in a point: what is drawn again is at the very same place, but for rounding.
    private const float Fineness = 4;

    private readonly ulong[] _keys;
    private readonly int _mask;

    public ShownGlyphs(int count)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, count * 2));
        _mask = size - 1;
        _keys = ArrayPool<ulong>.Shared.Rent(size);
        Array.Clear(_keys, 0, size);
    }

    /// <summary>Adds a glyph.</summary>
    /// <returns>Whether it was not there yet.</returns>
    public bool Add(in Glyph glyph)
    {
        var x = (uint)(int)MathF.Round(glyph.X * Fineness) & 0xFFFFFF;
        var y = (uint)(int)MathF.Round(glyph.Y * Fineness) & 0xFFFFF;
        var key = ((ulong)x << 36) | ((ulong)y << 16) | glyph.Text[0] | ((ulong)(glyph.Text.Length & 15) << 60);
        for (var at = (int)((key * 0x9E3779B97F4A7C15UL) >> 40) & _mask; ; at = (at + 1) & _mask)
        {
            if (_keys[at] == 0)
            {
                _keys[at] = key;
                return true;
            }

            if (_keys[at] == key)
            {
                return false;
            }
        }
    }

    public void Dispose() => ArrayPool<ulong>.Shared.Return(_keys);
}
