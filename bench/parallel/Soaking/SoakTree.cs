using FastMd.Engine.Documents;
using FastMd.Engine.Pipeline;

namespace FastMd.Parallel.Soaking;

/// <summary>The documents of one batch, of a random mix of sizes, some with something wrong.</summary>
internal sealed class SoakTree
{
    public const int MaximumLength = 3_000_000;

    private const int MostDocuments = 300;

    private static readonly byte[] Pool = System.Text.Encoding.UTF8.GetBytes(SamplePage.Markdown(MaximumLength, seed: 2));

    private SoakTree(string output, IReadOnlyList<Fault> faults, IReadOnlyList<PlannedDocument> documents)
        => (Output, Faults, Documents) = (output, faults, documents);

    public string Output { get; }

    public IReadOnlyList<Fault> Faults { get; }

    public IReadOnlyList<PlannedDocument> Documents { get; }

    public static SoakTree Write(Workspace workspace, Random random)
    {
        workspace.Clear("in");
        workspace.Clear("out");
        var input = Directory.CreateDirectory(workspace.At("in")).FullName;
        var output = Directory.CreateDirectory(workspace.At("out")).FullName;
        var faultShare = random.Next(3) * 0.15;
        var endless = random.Next(4) == 0 ? random.Next(12) : random.Next(2);
        var exponent = 0.6 + random.NextDouble();
        var faults = new List<Fault>();
        var documents = new List<PlannedDocument>();
        for (var (index, count) = (0, random.Next(1, MostDocuments)); index < count; index++)
        {
            var fault = endless-- > 0 ? (random.Next(2) == 0 ? Fault.Endless : Fault.EndlessUntilTold)
                : random.NextDouble() < faultShare ? AnyButEndless(random)
                : Fault.None;
            var length = (int)Math.Min(MaximumLength - 10, 300 * Math.Pow(1 - random.NextDouble(), -1 / exponent));
            var path = Path.Combine(input, $"{index:000}.md");
            Write(path, fault, length, random);
            faults.Add(fault);
            documents.Add(new(
                index,
                DocumentSource.FromFile(path, length, input),
                Path.Combine(output, $"{index:000}.html"),
                input,
                fault == Fault.Refused ? Diagnostic.Error("FM9999", "Refused.") : null));
        }

        return new(output, faults, documents);
    }

    private static Fault AnyButEndless(Random random)
        => (Fault)random.Next(Enum.GetValues<Fault>().Length) is var any && any is Fault.Endless or Fault.EndlessUntilTold ? Fault.Vanishes : any;

    private static void Write(string path, Fault fault, int length, Random random)
    {
        switch (fault)
        {
            case Fault.Vanishes:
                break;
            case Fault.Unreadable:
                Directory.CreateDirectory(path);
                break;
            case Fault.InvalidBytes:
                var bytes = new byte[length];
                random.NextBytes(bytes);
                File.WriteAllBytes(path, bytes);
                break;
            default:
                File.WriteAllBytes(path, WholeCharacters(fault == Fault.TooLarge ? MaximumLength : length));
                break;
        }
    }

    private static ReadOnlySpan<byte> WholeCharacters(int length)
    {
        while (length < Pool.Length && (Pool[length] & 0xC0) == 0x80)
        {
            length++;
        }

        return Pool.AsSpan(0, length);
    }
}
