using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Records;
using FastMd.Engine.Jobs.Cluster;
using FastMd.Engine.Pipeline;
using FastMd.Engine.Pipeline.Executing;
using FastMd.Tests.Unit.TestSupport;
using FastMd.Tests.Unit.Workers.Messages;

namespace FastMd.Tests.Unit.Jobs.Cluster;

public sealed class RemoteMessageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_document_comes_back_with_the_paths_of_the_machine_that_reads_it()
    {
        var (there, here) = (_folder.At("there"), _folder.At("here"));
        var source = DocumentSource.FromPart(DocumentSource.FromFile(Path.Combine(there, "books", "b.epub"), 5, there), new("one.xhtml", 7));
        var work = new DocumentWork(3, source) { BasePath = there, NameInTree = "books/b/one.xhtml", Root = "../", Current = ContentHash.Of("before") };
        var writer = new RecordWriter();
        new RemoteDocument(work, Path.Combine(there, "site", "one.html"), ContentHash.Of("now"), IsForeign: true).Write(writer, new(there), new(there));

        var read = RemoteDocument.Read(writer.Written.ToArray(), 9, new(here), new(Path.Combine(here, "out")));

        Assert.Equal(Path.Combine(here, "books", "b.epub"), read.Work.Source.Path);
        Assert.Equal("one.xhtml", read.Work.Source.Part);
        Assert.Equal(7, read.Work.Source.Length);
        Assert.Equal(here, read.Work.BasePath);
        Assert.Equal(("books/b/one.xhtml", "../", ContentHash.Of("before")), (read.Work.NameInTree, read.Work.Root, read.Work.Current));
        Assert.Equal(Path.Combine(here, "out", "site", "one.html"), read.OutputPath);
        Assert.Equal((ContentHash.Of("now"), true, 9L), (read.Hash, read.IsForeign, read.ToPlanned().Index));
    }

    [Fact]
    public void The_text_of_a_document_is_never_part_of_the_message()
    {
        var path = _folder.Write("a.md", "the very secret words");
        var writer = new RecordWriter();
        new RemoteDocument(new(0, DocumentSource.FromContent(path, "the very secret words")), _folder.At("a.html"), default, IsForeign: false)
            .Write(writer, new(_folder.Path), new(_folder.Path));

        Assert.DoesNotContain("secret", System.Text.Encoding.UTF8.GetString(writer.Written), StringComparison.Ordinal);
    }

    [Fact]
    public void Outcomes_come_back_as_they_were()
    {
        var messages = new RandomMessages(new(3));
        for (var round = 0; round < 200; round++)
        {
            var outcome = new RemoteOutcome
            {
                Status = ConversionStatus.Converted,
                Duration = TimeSpan.FromTicks(round),
                WriteTime = TimeSpan.FromTicks(2),
                Attempts = 2,
                QueueWait = TimeSpan.FromTicks(3),
                Executed = messages.Done(hasContent: false),
                OutputLength = 40,
                OutputHash = ContentHash.Of("out"),
                IsForeign = round % 2 == 0,
                Content = new byte[round],
            };

            Assert.Equal(outcome.Write(), RemoteOutcome.Read(outcome.Write()).Write());
        }

        var failed = new RemoteOutcome { Status = ConversionStatus.TimedOut, Reason = Diagnostic.Error("FM3001", "slow", 1, 2) };
        Assert.Equal(failed, RemoteOutcome.Read(failed.Write()));
    }

    [Fact]
    public void Damaged_messages_are_refused_or_read_as_something_else()
    {
        var messages = new RandomMessages(new(4));
        var writer = new RecordWriter();
        new RemoteDocument(new(0, DocumentSource.FromFile(_folder.At("a.md"), 5)), _folder.At("a.html"), default, IsForeign: false).Write(writer, new(_folder.Path), new(_folder.Path));
        var document = writer.Written.ToArray();
        var outcome = new RemoteOutcome { Status = ConversionStatus.Converted, Executed = messages.Done(hasContent: false) }.Write();
        for (var round = 0; round < 2000; round++)
        {
            Survives(() => RemoteDocument.Read(messages.Damaged(document), 0, new(_folder.Path), new(_folder.Path)));
            Survives(() => RemoteOutcome.Read(messages.Damaged(outcome)));
        }
    }

    [Fact]
    public void What_was_found_is_called_by_its_names_where_the_job_was_published()
    {
        var (here, there) = (_folder.At("here"), _folder.At("there"));
        string Here(string name) => Path.Combine(here, name);
        string There(string name) => Path.Combine(there, name);
        var dead = new Diagnostic(
            DiagnosticSeverity.Warning, "FM5001", new DeadLink("x.md", LinkKind.Link, here, new(here, "x.md"), LinkAdvice.ChangeLetters, Here("X.md")), 1, 2);
        var executed = new ExecutedDocument
        {
            Source = new(5),
            Inclusions = [Here("part.md")],
            Assets = [Here("a.png"), "/elsewhere/b.png"],
            Lookups = [new(Here("a.png"), PathKind.File, IsDocument: false)],
            Links = new(1, [], [new(Here("b.md"), "top", 1, 2)]),
            Diagnostics = [dead],
        };

        var named = new FoundPaths(here, there).Of(executed);

        Assert.Equal([There("part.md")], named.Inclusions);
        Assert.Equal([There("a.png"), "/elsewhere/b.png"], named.Assets);
        Assert.Equal(There("a.png"), named.Lookups[0].Path);
        Assert.Equal(There("b.md"), named.Links!.References[0].Path);
        Assert.Equal((there, There("X.md")), (((DeadLink)named.Diagnostics[0].Facts!).Root, ((DeadLink)named.Diagnostics[0].Facts!).Advised));
        Assert.Same(executed, new FoundPaths(here, here).Of(executed));
    }

    private static void Survives(Action read)
    {
        try
        {
            read();
        }
        catch (InvalidDataException)
        {
            // Refused.
        }
    }
}
