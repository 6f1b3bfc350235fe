using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline.Executing;
using FastMd.Engine.Workers.Messages;

namespace FastMd.Tests.Unit.Workers.Messages;

/// <summary>Messages with everything that there may be in them: the same ones for the same seed.</summary>
/// <param name="random">Where they come from.</param>
internal sealed class RandomMessages(Random random)
{
    private static readonly string[] Pieces = ["a", "Title", " ", "é", "漢字", "😀", "\0", "\n", "\"", "/", "\u2028", "\uFEFF"];
    private static readonly string[] Names = ["page.md", "Überblick.md", "a b", "漢字", "x"];

    private static readonly string Top = Path.GetFullPath(Path.DirectorySeparatorChar.ToString());

    public WorkMessage Work() => new(Long(), Long(), Long(), new(Long(), Source())
    {
        Kind = One<WorkKind>(),
        BasePath = Maybe(FilePath),
        NameInTree = Text(),
        Root = string.Concat(Many(() => "../")),
        Current = Flag() ? Hash() : null,
    });

    public ExecutedDocument Done(bool hasContent) => new()
    {
        Source = new(Long(), Flag() ? new(Long(), Long(), Long(), (ulong)Long()) : null, Hash()),
        IsCurrent = Flag(),
        HasInclusions = Flag(),
        Inclusions = Many(FilePath),
        Content = hasContent ? new MemoryContent(Bytes()) : null,
        Pages = Whole(),
        Title = Maybe(Text),
        FrontMatter = Flag() ? Mapping(depth: 0) : null,
        Headings = Many(() => new Heading(random.Next(1, 7), Text(), Maybe(Text))),
        Diagnostics = Many(Diagnostic),
        Links = Flag() ? Links() : null,
        Lookups = Many(() => new LinkLookup(FilePath(), One<PathKind>(), Flag())),
        Assets = Many(FilePath),
        Stages = new(Time(), Time(), Time(), Time(), TimeSpan.Zero),
        AllocatedElsewhere = Long(),
    };

    public Exception Failure() => random.Next(4) switch
    {
        0 => new InsufficientMemoryException(Text()),
        1 => new InvalidOperationException(Text()),
        _ => new DocumentException(Diagnostic(), isTransient: Flag(), retryAfter: Flag() ? Time() : null),
    };

    /// <summary>The same bytes, but for a few: cut off, flipped, overwritten, or with more among them.</summary>
    public byte[] Damaged(byte[] payload)
    {
        var damaged = payload.ToList();
        for (var times = random.Next(1, 4); times > 0 && damaged.Count > 0; times--)
        {
            var at = random.Next(damaged.Count);
            switch (random.Next(5))
            {
                case 0:
                    damaged.RemoveRange(at, damaged.Count - at);
                    break;
                case 1:
                    damaged[at] = (byte)random.Next(256);
                    break;
                case 2:
                    damaged.Insert(at, (byte)random.Next(256));
                    break;
                default:
                    damaged[at] ^= (byte)(1 << random.Next(8));
                    break;
            }
        }

        return [.. damaged];
    }

    private DocumentSource Source() => DocumentSource.Restore(Text(), Maybe(FilePath), Maybe(Text), Maybe(Text), Long(), One<DocumentFormat>());

    private Diagnostic Diagnostic() => Flag()
        ? new(One<DiagnosticSeverity>(), $"FM{random.Next(10_000)}", Text(), Whole(), Whole())
        : new(One<DiagnosticSeverity>(), $"FM{random.Next(10_000)}", DeadLink(), Whole(), Whole());

    private DeadLink DeadLink()
    {
        var advice = One<LinkAdvice>();
        return new(Text(), One<LinkKind>(), FilePath(), Flag() ? new(FilePath()) : new(FilePath(), Name()), advice, advice == LinkAdvice.None ? null : FilePath());
    }

    private LinkFacts Links() => new(Whole(), Many(Hash), Many(() => new AnchorReference(FilePath(), Text(), Whole(), Whole())))
    {
        External = Many(() => new ExternalReference(Text(), Whole(), Whole())),
    };

    private object? Value(int depth) => random.Next(depth < 4 ? 8 : 6) switch
    {
        0 => null,
        1 => false,
        2 => true,
        3 => Long(),
        4 => random.Next(4) == 0 ? double.NaN : (random.NextDouble() - 0.5) * random.Next(),
        5 => Text(),
        6 => Many(() => Value(depth + 1)).ToList(),
        _ => Mapping(depth + 1),
    };

    private Dictionary<string, object?> Mapping(int depth)
    {
        var mapping = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var key in Many(Text))
        {
            mapping[key] = Value(depth);
        }

        return mapping;
    }

    private string Text() => string.Concat(random.Next(50) == 0 ? [new string('x', random.Next(20_000))] : Many(() => Pieces[random.Next(Pieces.Length)]));

    private string FilePath() => Path.Combine([Top, .. Many(Name)]);

    private string Name() => Names[random.Next(Names.Length)];

    private byte[] Bytes()
    {
        var bytes = new byte[random.Next(3) * 500];
        random.NextBytes(bytes);
        return bytes;
    }

    private T[] Many<T>(Func<T> one) => [.. Enumerable.Range(0, random.Next(5)).Select(_ => one())];

    private string? Maybe(Func<string> text) => Flag() ? text() : null;

    private T One<T>()
        where T : struct, Enum
        => Enum.GetValues<T>() is var values ? values[random.Next(values.Length)] : default;

    private bool Flag() => random.Next(2) == 0;

    /// <summary>Of every length that a number has when it is written, negative ones included.</summary>
    private long Long() => random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64);

    private int Whole() => random.Next() >> random.Next(31);

    private TimeSpan Time() => new(random.NextInt64(TimeSpan.TicksPerDay) >> random.Next(40));

    private ContentHash Hash() => new((ulong)random.NextInt64(long.MinValue, long.MaxValue));
}
