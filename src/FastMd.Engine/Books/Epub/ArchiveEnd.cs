using System.Buffers.Binary;

namespace FastMd.Engine.Books.Epub;

/// <summary>Looks at the end of an archive before its list of entries is read: a list that is too long is not read at all.</summary>
internal static class ArchiveEnd
{
    private const int RecordLength = 22;

    // The comment behind the record.
    private const int LongestComment = ushort.MaxValue;

    // As long as the names of the most entries may be together, and more.
    private const long LongestList = 16 * 1024 * 1024;

    /// <summary>Refuses an archive that has too many entries, or no end.</summary>
    public static void Check(Stream content, int maximumEntries)
    {
        var length = (int)Math.Min(content.Length, RecordLength + LongestComment);
        var tail = new byte[length];
        content.Position = content.Length - length;
        content.ReadExactly(tail);
        for (var at = length - RecordLength; at >= 0; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at)) != 0x06054b50)
            {
                continue;
            }

            var entries = BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(at + 10));
            var listLength = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 12));
            var end = content.Length - length + at;
            if (entries != ushort.MaxValue && listLength != uint.MaxValue)
            {
                Check(entries, Math.Max(listLength, end - Math.Min(end, BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 16)))), maximumEntries);
            }
            else if (at >= 20 + 56)
            {
                // The record of large archives stands before; a book is none. Its own counts follow at fixed places where nothing is between.
                var large = tail.AsSpan(at - 20 - 56);
                if (BinaryPrimitives.ReadUInt32LittleEndian(large) == 0x06064b50)
                {
                    Check(BinaryPrimitives.ReadInt64LittleEndian(large[32..]), BinaryPrimitives.ReadInt64LittleEndian(large[40..]), maximumEntries);
                }
                else
                {
                    throw EpubFailure.OverLimit("The archive says that it has more entries than a book has");
                }
            }

            return;
        }

        throw EpubFailure.Unreadable("The file is no archive, or is cut off");
    }

    private static void Check(long entries, long listLength, int maximumEntries)
    {
        if (entries < 0 || entries > maximumEntries)
        {
            throw EpubFailure.OverLimit($"The book holds more than {maximumEntries} files");
        }

        if (listLength is < 0 or > LongestList)
        {
            throw EpubFailure.OverLimit("The list of the book's files is longer than any book needs");
        }
    }
}
