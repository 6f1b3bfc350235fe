using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Concurrent;
using FastMd.Engine.Documents.Records;
using FastMd.Engine.Workers.Wire;
using FastMd.Tests.Unit.TestSupport;
using FsCheck.Fluent;

namespace FastMd.Tests.Unit.Workers.Wire;

public class FrameTests
{
    private const int CopiedBytes = 256 * 1024;

    private static readonly FrameKind[] Kinds = Enum.GetValues<FrameKind>();

    public enum Outcome
    {
        Frame,
        End,
        Refusal,
    }

    [Fact]
    public void Frames_are_read_as_they_were_written_however_the_stream_is_cut()
        => Property.Holds(Gen.Choose(0, int.MaxValue), IsReadAsWritten, tries: 200);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData((64 * 1024) - Frame.HeaderBytes)]
    [InlineData(64 * 1024)]
    [InlineData(CopiedBytes - 1)]
    [InlineData(CopiedBytes)]
    [InlineData(CopiedBytes + 1)]
    [InlineData((1024 * 1024) - 1)]
    [InlineData(1024 * 1024)]
    [InlineData((1024 * 1024) + 1)]
    [InlineData((5 * 1024 * 1024) + 3)]
    public void A_payload_of_any_length_is_whole_and_so_is_the_frame_after_it(int length)
    {
        var content = Bytes(new(length), length);
        using var stream = new MemoryStream();
        var writer = new FrameWriter(stream);
        writer.Write(FrameKind.Done, static _ => { }, content);
        writer.Write(FrameKind.Done, record => record.Number(7), content);
        writer.Write(FrameKind.Done, record => record.Raw(content));
        writer.Write(FrameKind.Cancel, static record => record.Number(3));

        var reader = new FrameReader(new PiecewiseStream(stream.ToArray(), static () => 100_000));

        Assert.True(Next(reader, FrameKind.Done).AsSpan().SequenceEqual(content));
        Assert.True(Next(reader, FrameKind.Done).AsSpan().SequenceEqual((byte[])[7, .. content]));
        Assert.True(Next(reader, FrameKind.Done).AsSpan().SequenceEqual(content));
        Assert.Equal([3], Next(reader, FrameKind.Cancel));
        Assert.Null(reader.Read());
    }

    [Fact]
    public void A_frame_begins_with_its_kind_and_the_length_of_what_follows()
        => Assert.Equal(
            [(byte)FrameKind.Cancelled, 3, 0, 0, 0, 5, 8, 9],
            Written(static writer => writer.Write(FrameKind.Cancelled, static record => record.Number(5), [8, 9])));

    [Fact]
    public void Frames_that_many_threads_write_at_once_stay_whole_and_those_of_one_in_order()
    {
        const int Threads = 8;
        const int Each = 60;
        using var stream = new MemoryStream();
        var writer = new FrameWriter(stream);
        using var together = new Barrier(Threads);
        var failures = new ConcurrentBag<Exception>();
        var threads = Enumerable.Range(0, Threads).Select(number => new Thread(() =>
        {
            together.SignalAndWait();
            try
            {
                WriteMany(number);
            }
            catch (Exception failure)
            {
                // Nobody else would catch it on this thread.
                failures.Add(failure);
            }
        })).ToList();
        threads.ForEach(static thread => thread.Start());
        threads.ForEach(static thread => thread.Join());
        Assert.Empty(failures);

        stream.Position = 0;
        var reader = new FrameReader(stream);
        var next = new int[Threads];
        while (reader.Read() is { } frame)
        {
            using (frame)
            {
                var record = new RecordReader(frame.Payload);
                var (number, i) = ((int)record.Number(), (int)record.Number());
                Assert.Equal(Kinds[number], frame.Kind);
                Assert.Equal(next[number]++, i);
                Assert.True(record.Rest.Span.SequenceEqual(Filled(number, i)));
            }
        }

        Assert.All(next, static count => Assert.Equal(Each, count));

        void WriteMany(int number)
        {
            for (var i = 0; i < Each; i++)
            {
                writer.Write(
                    Kinds[number],
                    record =>
                    {
                        record.Number(number);
                        record.Number(i);
                    },
                    Filled(number, i));
            }
        }
    }

    [Fact]
    public void A_payload_that_cannot_be_put_together_leaves_nothing_of_its_frame()
    {
        var written = Written(static writer =>
        {
            Assert.Throws<FormatException>(() => writer.Write(
                FrameKind.Done,
                static record =>
                {
                    record.Text("half of it");
                    throw new FormatException();
                }));
            writer.Write(FrameKind.Ready, static record => record.Number(1));
        });

        Assert.Equal([(byte)FrameKind.Ready, 1, 0, 0, 0, 1], written);
    }

    [Fact]
    public void A_stream_that_ends_within_a_frame_has_none()
    {
        var first = Written(static writer => writer.Write(FrameKind.Work, static record => record.Text("first")));
        var second = Written(static writer => writer.Write(FrameKind.Work, static record => record.Text("the second one"), [1, 2, 3]));
        for (var count = 0; count < second.Length; count++)
        {
            var reader = new FrameReader(new PiecewiseStream([.. first, .. second[..count]], static () => 4));

            Assert.Equal(first[Frame.HeaderBytes..], Next(reader, FrameKind.Work));
            Assert.Null(reader.Read());
        }
    }

    [Fact]
    public void A_stream_that_ends_within_a_long_payload_has_no_frame()
    {
        var written = Written(static writer => writer.Write(FrameKind.Done, static _ => { }, new byte[3 * 1024 * 1024]));

        Assert.Null(new FrameReader(new MemoryStream(written[..^1])).Read());
        Assert.NotNull(new FrameReader(new MemoryStream(written)).Read());
    }

    [Fact]
    public void Only_kinds_that_there_are_are_read()
    {
        for (var kind = 0; kind <= byte.MaxValue; kind++)
        {
            var reader = new FrameReader(new MemoryStream([(byte)kind, 0, 0, 0, 0]));
            if (Kinds.Contains((FrameKind)kind))
            {
                Assert.Empty(Next(reader, (FrameKind)kind));
            }
            else
            {
                Assert.Contains($"kind {kind} ", Assert.Throws<InvalidDataException>(reader.Read).Message, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData(Frame.MostBytes, (uint)Frame.MostBytes, Outcome.End)]
    [InlineData(Frame.MostBytes, (uint)Frame.MostBytes + 1, Outcome.Refusal)]
    [InlineData(Frame.MostBytes, int.MaxValue, Outcome.Refusal)]
    [InlineData(Frame.MostBytes, 0x8000_0000, Outcome.Refusal)]
    [InlineData(Frame.MostBytes, uint.MaxValue, Outcome.Refusal)]
    [InlineData(3, 3, Outcome.Frame)]
    [InlineData(3, 4, Outcome.Refusal)]
    [InlineData(4, 4, Outcome.End)]
    public void A_length_is_refused_only_beyond_the_limit(int mostBytes, uint length, Outcome outcome)
        => Assert.Equal(outcome, Read(new(new MemoryStream([.. Header(FrameKind.Ready, length), 1, 2, 3]), mostBytes)));

    [Fact]
    public void A_length_that_is_not_followed_by_as_many_bytes_costs_no_memory()
    {
        var reader = new FrameReader(new MemoryStream([.. Header(FrameKind.Done, 1_000_000_000), .. new byte[100]]));

        var before = GC.GetAllocatedBytesForCurrentThread();
        var frame = reader.Read();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Null(frame);
        Assert.InRange(allocated, 0, 4 * 1024 * 1024);
    }

    [Fact]
    public void Garbage_is_a_frame_or_none_or_refused_and_nothing_else()
    {
        var random = new Random(20);
        var outcomes = new Dictionary<Outcome, int>();
        for (var i = 0; i < 2000; i++)
        {
            var garbage = Garbage(random);
            var reader = new FrameReader(new PiecewiseStream(garbage, () => random.Next(1, 20)), random.Next(2) == 0 ? 1000 : Frame.MostBytes);
            Outcome outcome;
            do
            {
                outcome = Read(reader);
                outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
            }
            while (outcome == Outcome.Frame);
        }

        Assert.All(Enum.GetValues<Outcome>(), outcome => Assert.InRange(outcomes.GetValueOrDefault(outcome), 100, int.MaxValue));
    }

    [Fact]
    public void A_frame_gives_its_memory_back_once()
    {
        var rented = ArrayPool<byte>.Shared.Rent(1000);
        var frame = new Frame(FrameKind.Done, rented, 1000);

        frame.Dispose();
        frame.Dispose();

        var (first, second) = (ArrayPool<byte>.Shared.Rent(1000), ArrayPool<byte>.Shared.Rent(1000));
        Assert.NotSame(first, second);
        Assert.Contains(rented, new[] { first, second });
    }

    private static bool IsReadAsWritten(int seed)
    {
        var random = new Random(seed);
        var mostPiece = random.Next(3) switch { 0 => 3, 1 => 3000, _ => 100_000 };
        var frames = Enumerable.Range(0, random.Next(1, 12)).Select(_ => (
            Kind: Kinds[random.Next(Kinds.Length)],
            Record: Bytes(random, Length(random)),
            Content: Bytes(random, Length(random)))).ToList();
        var written = Written(writer => frames.ForEach(frame => writer.Write(frame.Kind, record => record.Raw(frame.Record), frame.Content)));
        var reader = new FrameReader(new PiecewiseStream(written, () => random.Next(1, mostPiece + 1)));
        return frames.TrueForAll(frame => Next(reader, frame.Kind).AsSpan().SequenceEqual([.. frame.Record, .. frame.Content])) && reader.Read() is null;
    }

    /// <summary>Mostly few bytes; now and then more than are read ahead, or copied.</summary>
    private static int Length(Random random) => random.Next(40) switch
    {
        0 => random.Next(CopiedBytes - 10, CopiedBytes + 10),
        1 => random.Next((64 * 1024) - 10, (64 * 1024) + 10),
        < 10 => 0,
        _ => random.Next(300),
    };

    private static byte[] Garbage(Random random)
    {
        var garbage = Bytes(random, random.Next(200));
        if (garbage.Length >= Frame.HeaderBytes && random.Next(3) > 0)
        {
            Header(Kinds[random.Next(Kinds.Length)], random.Next(4) == 0 ? (uint)random.NextInt64(uint.MaxValue) : (uint)random.Next(300)).CopyTo(garbage, 0);
        }

        return garbage;
    }

    private static Outcome Read(FrameReader reader)
    {
        try
        {
            using var frame = reader.Read();
            return frame is null ? Outcome.End : Outcome.Frame;
        }
        catch (InvalidDataException)
        {
            return Outcome.Refusal;
        }
    }

    private static byte[] Next(FrameReader reader, FrameKind kind)
    {
        using var frame = reader.Read();
        Assert.NotNull(frame);
        Assert.Equal(kind, frame.Kind);
        return frame.Payload.ToArray();
    }

    private static byte[] Written(Action<FrameWriter> write)
    {
        using var stream = new MemoryStream();
        write(new(stream));
        return stream.ToArray();
    }

    private static byte[] Header(FrameKind kind, uint length)
    {
        var header = new byte[Frame.HeaderBytes];
        header[0] = (byte)kind;
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(1), length);
        return header;
    }

    private static byte[] Bytes(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }

    private static byte[] Filled(int number, int i)
    {
        var bytes = new byte[i % 8 == 0 ? CopiedBytes + number : 10 * i];
        bytes.AsSpan().Fill((byte)((31 * number) + i));
        return bytes;
    }

    /// <summary>A stream that gives a few bytes at a time.</summary>
    private sealed class PiecewiseStream(byte[] bytes, Func<int> piece) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, piece()));
    }
}
