using System.Text;
using FastMd.Engine.Documents;
using FastMd.Engine.Jobs.Targets;

namespace FastMd.Tests.Unit.Jobs.Targets;

/// <summary>A target of the tests' own: the lines of a document in capitals, an index of all documents, and one file a container that joins its parts.</summary>
internal sealed record OutlineTarget : Target
{
    /// <summary>What stands before each line.</summary>
    public string Mark { get; init; } = "";

    public override string Name => "outline";

    public override string Extension => ".txt";

    public override bool HasProducts => true;

    public override IDocumentConverter CreateConverter() => new Converter(Mark);

    public override IEnumerable<TargetProduct> Products(IReadOnlyList<DocumentEntry> documents)
    {
        foreach (var parts in documents.Where(document => document.Part.Length > 0).GroupBy(document => document.Source))
        {
            yield return new(
                Path.GetFileNameWithoutExtension(parts.Key) + ".all.txt",
                Encoding.UTF8.GetBytes(string.Concat(parts.Select(part => File.ReadAllText(part.OutputPath)))),
                parts.Key);
        }

        yield return new("index.txt", Encoding.UTF8.GetBytes(string.Concat(documents.Select(document => $"{document.Title}\n"))));
    }

    private sealed class Converter(string mark) : IDocumentConverter
    {
        public ConvertedDocument Convert(SourceText source, ILinkTargets links, TextWriter output, CancellationToken cancellation = default)
        {
            if (source.Text.StartsWith('!'))
            {
                throw new DocumentException(Diagnostic.Error("FM9999", "No."));
            }

            output.Write(mark + source.Text.ToUpperInvariant());
            return new(source.Text.Trim(), null, []);
        }
    }
}
