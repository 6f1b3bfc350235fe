using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Records;
using FastMd.Engine.Output.State;
using FastMd.Engine.Pipeline.Links;
using FastMd.Tests.Unit.TestSupport;
using FsCheck.Fluent;

namespace FastMd.Tests.Unit.Output.State;

/// <summary>What is said of a document that did not change is what was said when it was converted, letter by letter.</summary>
public sealed class DiagnosticRecordTests : IDisposable, IPathLog
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<(string? Folder, int Number, string Name)> _takenDown = [];

    public DiagnosticRecordTests()
    {
        foreach (var path in new[] { "outside.md", "docs/index.md", "docs/Guide.md", "docs/deep/page.md", "docs/deep/Picture.png" })
        {
            _folder.Write(path, "x");
        }
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Any_dead_link_is_read_as_it_was_written()
        => Property.Holds(
            Gen.Zip(
                Gen.Elements("docs/index.md", "docs/deep/page.md"),
                Property.TextOf("..", ".", "/", "guide", "GUIDE", ".md", ".html", "deep", "missing", "picture.PNG", "outside", "%20", "\\", "#x", "?y", "é").ListOf()),
            pair => pair.Item2.Distinct().All(url => IsReadAsWritten(pair.Item1, url)));

    [Fact]
    public void Any_message_is_read_as_it_was_written()
        => Property.Holds(
            Property.AnyText.Where(static text => !text.Any(char.IsSurrogate)),
            text => new[] { Diagnostic.Warning("FM1001", text, 3, 7), Diagnostic.Error("FM2001", text) }
                .All(diagnostic => Read(diagnostic, _folder.At("docs")).Equals(diagnostic)));

    [Fact]
    public void A_dead_link_seen_from_another_root_is_written_with_its_message()
    {
        var diagnostic = Assert.Single(Links("docs/index.md", "missing.md"));

        var read = Read(diagnostic, _folder.At("docs", "deep"));

        Assert.Equal(diagnostic, read);
        Assert.Null(read.Facts);
        Assert.NotNull(Read(diagnostic, _folder.At("docs")).Facts);
    }

    private bool IsReadAsWritten(string document, string url)
        => Links(document, url).All(diagnostic => Read(diagnostic, _folder.At("docs")) is var read && read.Equals(diagnostic) && read.ToString() == diagnostic.ToString());

    private IReadOnlyList<Diagnostic> Links(string document, string url)
    {
        var links = new TreeLinks(DocumentFilter.Default, ".html").Of(_folder.At(document.Split('/')), _folder.At("docs"));
        links.Resolve(new(url, url.Length % 2 == 0 ? LinkKind.Link : LinkKind.Embedded, 3, 7));
        return links.Diagnostics;
    }

    /// <summary>What another process would read.</summary>
    private Diagnostic Read(Diagnostic diagnostic, string basePath)
    {
        var destination = _folder.At("site");
        var written = new PathTable(destination, static (_, _) => PathKind.Nothing);
        var read = new PathTable(destination, static (_, _) => PathKind.Nothing);
        var writer = new RecordWriter();
        _takenDown.Clear();
        DiagnosticRecord.Write(writer, diagnostic, basePath, path => written.NumberOf(path, this));
        foreach (var (folder, number, name) in _takenDown)
        {
            if (folder is not null)
            {
                read.ReadFolder(folder);
            }
            else
            {
                read.ReadPath(number, name);
            }
        }

        var bytes = writer.Written.ToArray();
        var verifying = new RecordReader(bytes);
        DiagnosticRecord.Verify(ref verifying, read);
        Assert.True(verifying.Rest.IsEmpty);
        var reader = new RecordReader(bytes);
        return DiagnosticRecord.Read(ref reader, read, basePath);
    }

    void IPathLog.Record(string portableFolder) => _takenDown.Add((portableFolder, 0, ""));

    void IPathLog.Record(int folder, string name) => _takenDown.Add((null, folder, name));
}
