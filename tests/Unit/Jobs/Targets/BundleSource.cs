using System.Text;
using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Sources;

namespace FastMd.Tests.Unit.Jobs.Targets;

/// <summary>A binary container of the tests' own: for each part its name and its text, each with its length before it.</summary>
internal sealed class BundleSource : ContainerSource
{
    public override string Name => "bundle";

    public override IReadOnlyList<string> Extensions => [".bundle"];

    public static byte[] Of(params (string Name, string Text)[] parts)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream))
        {
            foreach (var (name, text) in parts)
            {
                writer.Write(name);
                writer.Write(Encoding.UTF8.GetByteCount(text));
                writer.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }

    public override IReadOnlyList<SourcePart> PartsOf(ContainerFile file, CancellationToken cancellation) => [.. Read(file.Content).Select(part => new SourcePart(part.Name, part.Content.Length))];

    public override SourceText Read(ContainerFile file, string part, TextDecoder decoder, CancellationToken cancellation)
        => decoder.Decode(Read(file.Content).First(each => each.Name == part).Content);

    private static List<(string Name, byte[] Content)> Read(Stream file)
    {
        var parts = new List<(string, byte[])>();
        using var reader = new BinaryReader(file, Encoding.UTF8, leaveOpen: true);
        while (file.Position < file.Length)
        {
            try
            {
                parts.Add((reader.ReadString(), reader.ReadBytes(reader.ReadInt32())));
            }
            catch (EndOfStreamException)
            {
                throw new DocumentException(Diagnostic.Error("FM9998", "The bundle is cut off."));
            }
        }

        return parts;
    }
}
