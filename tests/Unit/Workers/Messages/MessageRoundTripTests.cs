using System.Buffers;
using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Records;
using FastMd.Engine.Pipeline.Executing;
using FastMd.Engine.Workers.Messages;
using FastMd.Engine.Workers.Wire;

namespace FastMd.Tests.Unit.Workers.Messages;

public class MessageRoundTripTests
{
    private const int Rounds = 300;

    [Fact]
    public void Any_work_is_read_as_it_was_written()
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            var sent = new RandomMessages(new(seed)).Work();

            var read = WorkMessage.Read(Written(sent.Write));

            Assert.Equal((sent.Id, sent.Job, sent.FreeMemory), (read.Id, read.Job, read.FreeMemory));
            var (work, other) = (sent.Work, read.Work);
            Assert.Equal((work.Index, work.Kind, work.BasePath, work.NameInTree, work.Root, work.Current), (other.Index, other.Kind, other.BasePath, other.NameInTree, other.Root, other.Current));
            var (source, same) = (work.Source, other.Source);
            Assert.Equal(
                (source.Name, source.Path, source.Part, source.Length, source.Format, source.Text),
                (same.Name, same.Path, same.Part, same.Length, same.Format, same.Text));
        }
    }

    [Fact]
    public void Whatever_came_of_a_document_is_read_as_it_was_written()
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            using var sent = new RandomMessages(new(seed)).Done(hasContent: seed % 3 != 0);

            using var read = ReadDone(Written(writer => DoneMessage.Write(writer, seed, sent), ContentOf(sent)));

            AssertSame(sent, read);
        }
    }

    [Fact]
    public void What_few_documents_have_is_among_what_is_tried()
    {
        var all = Enumerable.Range(0, Rounds).Select(static seed => new RandomMessages(new(seed)).Done(hasContent: seed % 3 != 0)).ToList();

        Assert.Contains(all, static one => one.Source.Stamp is { File: > long.MaxValue });
        Assert.Contains(all, static one => one.Links is { External.Count: > 0, References.Count: > 0, Anchors.Count: > 0 });
        Assert.Contains(all, static one => one.Content is { Length: 0 });
        Assert.Contains(all, static one => one.FrontMatter is { Count: 0 });
        var values = all.SelectMany(static one => one.FrontMatter?.Values ?? []).ToList();
        Assert.Equal(7, values.Select(static value => value?.GetType()).Distinct().Count());
        Assert.Contains(values, static value => value is List<object?> list && list.Exists(static entry => entry is Dictionary<string, object?> { Count: > 0 }));
        var dead = all.SelectMany(static one => one.Diagnostics).Select(static diagnostic => diagnostic.Facts).OfType<DeadLink>().ToList();
        Assert.Equal(Enum.GetValues<LinkAdvice>(), dead.Select(static link => link.Advice).Distinct().Order());
        Assert.Equal(Enum.GetValues<LinkKind>(), dead.Select(static link => link.Kind).Distinct().Order());
        Assert.Equal(Enum.GetValues<PathKind>(), all.SelectMany(static one => one.Lookups).Select(static lookup => lookup.Kind).Distinct().Order());
    }

    /// <summary>Whoever adds something to what comes of a document decides here whether it travels.</summary>
    [Fact]
    public void All_that_came_of_a_document_travels()
        => Assert.Equal(
            [
                nameof(ExecutedDocument.AllocatedElsewhere), nameof(ExecutedDocument.Assets), nameof(ExecutedDocument.Content), nameof(ExecutedDocument.Diagnostics),
                nameof(ExecutedDocument.FrontMatter), nameof(ExecutedDocument.HasInclusions), nameof(ExecutedDocument.Headings), nameof(ExecutedDocument.Inclusions),
                nameof(ExecutedDocument.IsCurrent), nameof(ExecutedDocument.Links), nameof(ExecutedDocument.Lookups), nameof(ExecutedDocument.Pages),
                nameof(ExecutedDocument.Source), nameof(ExecutedDocument.Stages), nameof(ExecutedDocument.Title),
            ],
            typeof(ExecutedDocument).GetProperties().Select(static property => property.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void All_that_is_to_be_done_with_a_document_travels()
        => Assert.Equal(
            [
                nameof(DocumentWork.BasePath), nameof(DocumentWork.Current), nameof(DocumentWork.Index), nameof(DocumentWork.Kind), nameof(DocumentWork.NameInTree),
                nameof(DocumentWork.Root), nameof(DocumentWork.Source),
            ],
            typeof(DocumentWork).GetProperties().Select(static property => property.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Any_known_failure_is_read_with_its_diagnostic_and_when_to_try_again()
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            if (new RandomMessages(new(seed)).Failure() is DocumentException sent)
            {
                var read = Assert.IsType<DocumentException>(ReadFailure(sent));

                AssertSame(sent.Diagnostic, read.Diagnostic);
                Assert.Equal((sent.Message, sent.IsTransient, sent.RetryAfter), (read.Message, read.IsTransient, read.RetryAfter));
            }
        }
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, null)]
    [InlineData(true, 0)]
    [InlineData(true, 12)]
    public void A_failure_that_passes_says_so_and_when(bool isTransient, int? seconds)
    {
        TimeSpan? retryAfter = seconds is { } count ? TimeSpan.FromSeconds(count) : null;

        var read = Assert.IsType<DocumentException>(ReadFailure(new DocumentException(Diagnostic.Error("FM2001", "No."), new IOException(), isTransient, retryAfter)));

        Assert.Equal((isTransient, retryAfter, "No."), (read.IsTransient, read.RetryAfter, read.Message));
    }

    [Fact]
    public void Memory_that_ran_out_there_is_no_end_of_this_process()
    {
        Assert.IsType<InsufficientMemoryException>(ReadFailure(Activator.CreateInstance<OutOfMemoryException>()));
        Assert.IsAssignableFrom<OutOfMemoryException>(ReadFailure(new InsufficientMemoryException("10 MB")));
    }

    [Theory]
    [InlineData("Something happened.")]
    [InlineData("")]
    [InlineData("漢字\0\n")]
    public void Any_other_failure_is_read_with_the_name_of_its_type(string message)
    {
        var read = Assert.IsType<RemoteException>(ReadFailure(new KeyNotFoundException(message)));

        Assert.Equal((nameof(KeyNotFoundException), message), (read.TypeName, read.Message));
    }

    [Fact]
    public void A_failure_begins_with_the_number_of_its_request()
        => Assert.Equal(long.MaxValue, NumberMessage.Read(Written(static writer => FailureMessage.Write(writer, long.MaxValue, new InsufficientMemoryException()))));

    [Fact]
    public void What_came_of_a_document_begins_with_the_number_of_its_request()
    {
        using var executed = new RandomMessages(new(1)).Done(hasContent: false);

        Assert.Equal(1234, NumberMessage.Read(Written(writer => DoneMessage.Write(writer, 1234, executed))));
    }

    [Fact]
    public void A_need_for_memory_is_read_after_the_number_of_its_request()
        => Assert.Equal((300L, long.MaxValue), NumberMessage.ReadNeed(Written(static writer =>
        {
            writer.Number(1);
            writer.Number(300);
            writer.Number(long.MaxValue);
        })));

    [Fact]
    public void A_refusal_is_read_with_its_reason()
        => Assert.Equal((5L, "why"), NumberMessage.ReadText(Written(static writer =>
        {
            writer.Number(5);
            writer.Text("why");
        })));

    [Fact]
    public void A_greeting_is_read_as_it_was_written()
    {
        Assert.Equal(Greeting.Own, Greeting.Read(Written(Greeting.Own.Write)));
        Assert.Null(Greeting.Own.Mismatch(Greeting.Read(Written(Greeting.Own.Write))));
        Assert.NotEmpty(Greeting.Own.Engine);
    }

    [Fact]
    public void Another_engine_is_named_with_the_one_that_is_needed()
        => Assert.Equal("it is FastMd 0.9 and 1.0+abc is needed", new Greeting(1, "1.0+abc").Mismatch(new(1, "0.9")));

    [Fact]
    public void Another_protocol_is_named_with_the_one_that_is_needed_whatever_follows_its_number()
    {
        var other = Greeting.Read(Written(static writer =>
        {
            writer.Number(WireVersion.Number + 1);
            writer.Raw([0xFF, 0xFF]);
        }));

        Assert.Equal($"it speaks version {WireVersion.Number + 1} of the worker protocol and version {WireVersion.Number} is needed", Greeting.Own.Mismatch(other));
        Assert.Equal("", other.Engine);
    }

    [Fact]
    public void Work_that_is_damaged_is_refused_or_read_and_nothing_else()
        => Damage(static (messages, _) => Written(messages.Work().Write), static payload => _ = WorkMessage.Read(payload));

    [Fact]
    public void What_came_of_a_document_and_is_damaged_is_refused_or_read_and_nothing_else()
        => Damage(
            static (messages, seed) =>
            {
                using var executed = messages.Done(hasContent: seed % 3 != 0);
                return Written(writer => DoneMessage.Write(writer, seed, executed), ContentOf(executed));
            },
            static payload =>
            {
                // What is put together only when it is read is part of it.
                using var executed = ReadDone(payload);
                Assert.All(executed.Diagnostics, static diagnostic => Assert.NotNull(diagnostic.Message));
                Assert.All(executed.Headings, static heading => Assert.NotNull(heading.Text));
                Assert.NotNull(executed.Content?.ReadText() ?? "");
            });

    [Fact]
    public void A_failure_that_is_damaged_is_refused_or_read_and_nothing_else()
        => Damage(
            static (messages, seed) => messages.Failure() is var failure ? Written(writer => FailureMessage.Write(writer, seed, failure)) : [],
            static payload => Assert.NotNull(FailureMessage.Read(payload).Message));

    [Fact]
    public void A_greeting_that_is_damaged_is_refused_or_read_and_nothing_else()
        => Damage(static (_, _) => Written(Greeting.Own.Write), static payload => _ = Greeting.Own.Mismatch(Greeting.Read(payload)));

    [Fact]
    public void Messages_that_are_cut_off_anywhere_are_refused()
    {
        var messages = new RandomMessages(new(2));
        var (work, failure) = (messages.Work(), new DocumentException(Diagnostic.Warning("FM1001", "text", 3, 7), retryAfter: TimeSpan.FromSeconds(1)));
        using var executed = messages.Done(hasContent: false);
        AssertCutsRefused(Written(work.Write), static payload => WorkMessage.Read(payload));
        AssertCutsRefused(Written(writer => DoneMessage.Write(writer, 1, executed)), static payload => ReadDone(payload));
        AssertCutsRefused(Written(writer => FailureMessage.Write(writer, 1, failure)), static payload => FailureMessage.Read(payload));
        AssertCutsRefused(Written(Greeting.Own.Write), static payload => Greeting.Read(payload));
    }

    /// <summary>Its message would be put together from what is not there.</summary>
    [Theory]
    [InlineData("", "/tree/a", nameof(LinkAdvice.None), null)]
    [InlineData("tree", "/tree/a", nameof(LinkAdvice.None), null)]
    [InlineData("/tr\0ee", "/tree/a", nameof(LinkAdvice.None), null)]
    [InlineData("/tree/", "/tree", nameof(LinkAdvice.None), null)]
    [InlineData("/tree", "", nameof(LinkAdvice.None), null)]
    [InlineData("/tree", "/other\0", nameof(LinkAdvice.None), null)]
    [InlineData("/tree", "/tree/a", nameof(LinkAdvice.ChangeCase), null)]
    [InlineData("/tree", "/tree/a", nameof(LinkAdvice.AddExtension), null)]
    [InlineData("/tree", "/tree/a", nameof(LinkAdvice.None), "/tree/b")]
    [InlineData("/tree", "/tree/a", nameof(LinkAdvice.ChangeSlash), "")]
    [InlineData("/tree", "/tree/a", nameof(LinkAdvice.ChangeLetters), "/other\0")]
    public void A_dead_link_of_which_nothing_can_be_said_is_refused(string root, string target, string advice, string? advised)
    {
        var drive = OperatingSystem.IsWindows() ? "C:" : "";
        var dead = new DeadLink("x", LinkKind.Link, Absolute(root), new(Absolute(target)), Enum.Parse<LinkAdvice>(advice), advised is null ? null : Absolute(advised));
        var payload = Written(writer => DiagnosticMessage.Write(writer, new(DiagnosticSeverity.Warning, "FM1001", dead, 1, 1)));

        Assert.Throws<InvalidDataException>(() =>
        {
            var reader = new RecordReader(payload);
            return DiagnosticMessage.Read(ref reader);
        });

        string Absolute(string path) => path.StartsWith('/') ? drive + path : path;
    }

    [Fact]
    public void Front_matter_that_nests_without_end_is_refused()
    {
        object? nested = null;
        for (var i = 0; i < 500; i++)
        {
            nested = i % 2 == 0 ? new List<object?> { nested } : new Dictionary<string, object?> { ["k"] = nested };
        }

        object mapping = new Dictionary<string, object?> { ["k"] = nested };
        var payload = Written(writer => FrontMatterRecord.Write(writer, mapping));
        AssertSame(mapping, ReadFrontMatter(payload));

        var level = Written(static writer => FrontMatterRecord.Write(writer, new List<object?> { null }))[..^1];
        var start = Written(static writer => FrontMatterRecord.Write(writer, new Dictionary<string, object?> { ["k"] = null }))[..^1];
        byte[] endless = [.. start, .. Enumerable.Repeat(level, 100_000).SelectMany(static bytes => bytes), 0];
        Assert.Throws<InvalidDataException>(() => ReadFrontMatter(endless));
    }

    [Fact]
    public void Front_matter_that_is_no_mapping_is_refused()
    {
        var payload = Written(static writer => FrontMatterRecord.Write(writer, "text"));

        Assert.Throws<InvalidDataException>(() => ReadFrontMatter(payload));
    }

    [Fact]
    public void Counts_that_nothing_follows_cost_no_memory()
    {
        using var executed = new ExecutedDocument { Source = new(0) };
        var payload = Written(writer => DoneMessage.Write(writer, 1, executed));
        for (var at = 0; at < payload.Length; at++)
        {
            byte[] damaged = [.. payload[..at], 0xFF, 0xFF, 0xFF, 0xFF, 0x07, .. payload[(at + 1)..]];
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                ReadDone(damaged).Dispose();
            }
            catch (InvalidDataException)
            {
                // As it should be.
            }

            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
        }
    }

    /// <summary>Reads messages that were damaged in many ways. Some can still be read, most cannot.</summary>
    private static void Damage(Func<RandomMessages, int, byte[]> message, Action<byte[]> read)
    {
        var refused = 0;
        for (var seed = 0; seed < Rounds; seed++)
        {
            var messages = new RandomMessages(new(seed));
            var payload = message(messages, seed);
            for (var i = 0; i < 20; i++)
            {
                var damaged = messages.Damaged(payload);
                switch (Record.Exception(() => read(damaged)))
                {
                    case null:
                        break;
                    case InvalidDataException:
                        refused++;
                        break;
                    case var other:
                        Assert.Fail($"Seed {seed}, {i}: {other}");
                        break;
                }
            }
        }

        Assert.InRange(refused, Rounds, (20 * Rounds) - 1);
    }

    private static void AssertCutsRefused(byte[] payload, Func<byte[], object> read)
    {
        Assert.NotNull(read(payload));
        for (var length = 0; length < payload.Length; length++)
        {
            Assert.Throws<InvalidDataException>(() => read(payload[..length]));
        }
    }

    private static byte[] Written(Action<RecordWriter> write, ReadOnlySpan<byte> content = default)
    {
        var writer = new RecordWriter();
        write(writer);
        writer.Raw(content);
        return writer.Written.ToArray();
    }

    private static ReadOnlySpan<byte> ContentOf(ExecutedDocument executed) => executed.Content is { } content ? content.ReadBytes().Span : default;

    private static ExecutedDocument ReadDone(byte[] payload)
    {
        var rented = ArrayPool<byte>.Shared.Rent(payload.Length);
        payload.CopyTo(rented, 0);
        var frame = new Frame(FrameKind.Done, rented, payload.Length);
        try
        {
            return DoneMessage.Read(frame);
        }
        catch (InvalidDataException)
        {
            frame.Dispose();
            throw;
        }
    }

    private static Exception ReadFailure(Exception failure) => FailureMessage.Read(Written(writer => FailureMessage.Write(writer, 1, failure)));

    private static IReadOnlyDictionary<string, object?>? ReadFrontMatter(byte[] payload)
    {
        var reader = new RecordReader(payload);
        return FrontMatterRecord.Read(ref reader);
    }

    private static void AssertSame(ExecutedDocument sent, ExecutedDocument read)
    {
        Assert.Equal(sent.Source, read.Source);
        Assert.Equal((sent.IsCurrent, sent.HasInclusions, sent.Pages, sent.Title), (read.IsCurrent, read.HasInclusions, read.Pages, read.Title));
        Assert.Equal(sent.Inclusions, read.Inclusions);
        AssertSame(sent.FrontMatter, (object?)read.FrontMatter);
        Assert.Equal(sent.Headings, read.Headings);
        Assert.Equal(sent.Diagnostics.Count, read.Diagnostics.Count);
        foreach (var (diagnostic, same) in sent.Diagnostics.Zip(read.Diagnostics))
        {
            AssertSame(diagnostic, same);
        }

        Assert.Equal(sent.Links is null, read.Links is null);
        Assert.Equal(sent.Links?.Checked, read.Links?.Checked);
        Assert.Equal(sent.Links?.Anchors, read.Links?.Anchors);
        Assert.Equal(sent.Links?.References, read.Links?.References);
        Assert.Equal(sent.Links?.External, read.Links?.External);
        Assert.Equal(sent.Lookups, read.Lookups);
        Assert.Equal(sent.Assets, read.Assets);
        Assert.Equal((sent.Stages, sent.AllocatedElsewhere), (read.Stages, read.AllocatedElsewhere));
        Assert.Equal(sent.Content?.ReadBytes().ToArray(), read.Content?.ReadBytes().ToArray());
    }

    private static void AssertSame(Diagnostic sent, Diagnostic read)
    {
        Assert.Equal(sent, read);
        Assert.Equal(sent.Facts, read.Facts);
    }

    private static void AssertSame(object? sent, object? read)
    {
        switch (sent)
        {
            case IReadOnlyDictionary<string, object?> mapping:
                var other = Assert.IsAssignableFrom<IReadOnlyDictionary<string, object?>>(read);
                Assert.Equal(mapping.Keys, other.Keys);
                foreach (var (key, value) in mapping)
                {
                    AssertSame(value, other[key]);
                }

                break;
            case IReadOnlyList<object?> sequence:
                var list = Assert.IsAssignableFrom<IReadOnlyList<object?>>(read);
                Assert.Equal(sequence.Count, list.Count);
                for (var i = 0; i < sequence.Count; i++)
                {
                    AssertSame(sequence[i], list[i]);
                }

                break;
            case double number:
                Assert.Equal(BitConverter.DoubleToInt64Bits(number), BitConverter.DoubleToInt64Bits(Assert.IsType<double>(read)));
                break;
            default:
                Assert.Equal(sent, read);
                Assert.Equal(sent?.GetType(), read?.GetType());
                break;
        }
    }
}
