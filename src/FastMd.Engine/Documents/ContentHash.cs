using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace FastMd.Engine.Documents;

/// <summary>
/// XXH64 of a content: a fast way to tell two states of a file apart. It is not cryptographic: a collision can be made on purpose. (The library with
/// an implementation is not available for every build of FastMd, and the first SHA-256 of a process costs 4 to 8 ms.)
/// </summary>
/// <param name="Value">The hash.</param>
internal readonly record struct ContentHash(ulong Value)
{
    private const ulong Prime1 = 0x9E3779B185EBCA87;
    private const ulong Prime2 = 0xC2B2AE3D27D4EB4F;
    private const ulong Prime3 = 0x165667B19E3779F9;
    private const ulong Prime4 = 0x85EBCA77C2B2AE63;
    private const ulong Prime5 = 0x27D4EB2F165667C5;

    private const int Stripe = 32;
    private const int BlockBytes = 128 * 1024;

    /// <summary>The hash in 16 hexadecimal digits.</summary>
    public string Hex => Value.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The hash of bytes.</summary>
    public static ContentHash Of(ReadOnlySpan<byte> content)
    {
        var lanes = Lanes.Start;
        var whole = content.Length / Stripe * Stripe;
        lanes.Take(content[..whole]);
        return new(Finish(lanes, content.Length, content[whole..]));
    }

    /// <summary>The hash of a file's bytes.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="cancellation">Cancels it.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static ContentHash OfFile(string path, CancellationToken cancellation = default)
    {
        using var file = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete, options: FileOptions.SequentialScan);
        var buffer = ArrayPool<byte>.Shared.Rent(BlockBytes);
        try
        {
            var lanes = Lanes.Start;
            var (length, held) = (0L, 0);
            while (RandomAccess.Read(file, buffer.AsSpan(held, BlockBytes - held), length) is > 0 and var more)
            {
                cancellation.ThrowIfCancellationRequested();
                length += more;
                held += more;
                var whole = held / Stripe * Stripe;
                lanes.Take(buffer.AsSpan(0, whole));
                buffer.AsSpan(whole, held - whole).CopyTo(buffer);
                held -= whole;
            }

            return new(Finish(lanes, length, buffer.AsSpan(0, held)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The hash of a text's UTF-16 code units.</summary>
    public static ContentHash Of(ReadOnlySpan<char> text) => Of(MemoryMarshal.AsBytes(text));

    private static ulong Finish(Lanes lanes, long length, ReadOnlySpan<byte> rest)
    {
        var hash = (length >= Stripe ? lanes.Merged : Prime5) + (ulong)length;
        for (; rest.Length >= 8; rest = rest[8..])
        {
            hash = (BitOperations.RotateLeft(hash ^ Round(0, Read64(rest)), 27) * Prime1) + Prime4;
        }

        if (rest.Length >= 4)
        {
            hash = (BitOperations.RotateLeft(hash ^ (BinaryPrimitives.ReadUInt32LittleEndian(rest) * Prime1), 23) * Prime2) + Prime3;
            rest = rest[4..];
        }

        foreach (var value in rest)
        {
            hash = BitOperations.RotateLeft(hash ^ (value * Prime5), 11) * Prime1;
        }

        hash = (hash ^ (hash >> 33)) * Prime2;
        hash = (hash ^ (hash >> 29)) * Prime3;
        return hash ^ (hash >> 32);
    }

    private static ulong Round(ulong lane, ulong input) => BitOperations.RotateLeft(lane + (input * Prime2), 31) * Prime1;

    private static ulong Merge(ulong hash, ulong lane) => ((hash ^ Round(0, lane)) * Prime1) + Prime4;

    private static ulong Read64(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt64LittleEndian(bytes);

    private struct Lanes
    {
        private ulong _a;
        private ulong _b;
        private ulong _c;
        private ulong _d;

        public static Lanes Start => new() { _a = unchecked(Prime1 + Prime2), _b = Prime2, _c = 0, _d = unchecked(0UL - Prime1) };

        public readonly ulong Merged
        {
            get
            {
                var hash = BitOperations.RotateLeft(_a, 1) + BitOperations.RotateLeft(_b, 7)
                    + BitOperations.RotateLeft(_c, 12) + BitOperations.RotateLeft(_d, 18);
                return Merge(Merge(Merge(Merge(hash, _a), _b), _c), _d);
            }
        }

        public void Take(ReadOnlySpan<byte> stripes)
        {
            var (a, b, c, d) = (_a, _b, _c, _d);
            for (; stripes.Length >= Stripe; stripes = stripes[Stripe..])
            {
                a = Round(a, Read64(stripes));
                b = Round(b, Read64(stripes[8..]));
                c = Round(c, Read64(stripes[16..]));
                d = Round(d, Read64(stripes[24..]));
            }

            (_a, _b, _c, _d) = (a, b, c, d);
        }
    }
}
