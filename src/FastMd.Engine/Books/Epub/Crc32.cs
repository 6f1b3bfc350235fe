namespace FastMd.Engine.Books.Epub;

/// <summary>The checksum of archives. Nothing else tells that an archive says less of a file than there is.</summary>
internal sealed class Crc32
{
    private static readonly uint[] Table = MakeTable();

    private uint _state = uint.MaxValue;

    /// <summary>The checksum of what was added.</summary>
    public uint Value => ~_state;

    /// <summary>Adds bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        var state = _state;
        foreach (var each in bytes)
        {
            state = Table[(byte)(state ^ each)] ^ (state >> 8);
        }

        _state = state;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (var i = 0u; i < table.Length; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++)
            {
                value = (value & 1) != 0 ? 0xEDB88320u ^ (value >> 1) : value >> 1;
            }

            table[i] = value;
        }

        return table;
    }
}
