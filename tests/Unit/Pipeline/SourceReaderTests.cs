using System.Text;
using FastMd.Engine.Documents;
using FastMd.Engine.Documents.Sources;
using FastMd.Engine.Pipeline.Executing;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Pipeline;

public sealed class SourceReaderTests : IDisposable
{
    private const long Maximum = 1024 * 1024;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_is_read_whole_with_its_format_and_its_size()
    {
        var (text, bytes) = Read(_folder.Write("a.mdx", "Grüße"));

        Assert.Equal(("Grüße", DocumentFormat.Mdx, 7L), (text.Text, text.Format, bytes));
        Assert.Empty(text.Diagnostics);
    }

    [Fact]
    public void An_empty_file_is_an_empty_document()
        => Assert.Equal("", Read(_folder.Write("a.md", "")).Text.Text);

    [Fact]
    public void Text_in_memory_is_its_own_document()
    {
        var (text, (bytes, _, _), _) = new SourceReader(SourceKinds.Default, new(), Maximum, TimeProvider.System).Read(DocumentSource.FromText("Grüße", "x.mdx"), CancellationToken.None);

        Assert.Equal(("Grüße", DocumentFormat.Mdx, 7L), (text.Text, text.Format, bytes));
    }

    [Fact]
    public void A_file_that_is_gone_says_so()
    {
        var failure = Failure(_folder.At("gone.md"));

        Assert.Equal(DiagnosticCodes.SourceNotFound, failure.Diagnostic.Code);
        Assert.False(failure.IsTransient);
    }

    [Fact]
    public void A_file_in_a_folder_that_is_gone_says_so()
        => Assert.Equal(DiagnosticCodes.SourceNotFound, Failure(_folder.At("gone", "a.md")).Diagnostic.Code);

    [Fact]
    public void A_link_to_nowhere_is_a_file_that_is_gone()
    {
        File.CreateSymbolicLink(_folder.At("a.md"), _folder.At("gone.md"));

        Assert.Equal(DiagnosticCodes.SourceNotFound, Failure(_folder.At("a.md")).Diagnostic.Code);
    }

    [Fact]
    public void A_folder_cannot_be_read_as_a_file()
    {
        Directory.CreateDirectory(_folder.At("a.md"));

        Assert.Equal(DiagnosticCodes.SourceUnreadable, Failure(_folder.At("a.md")).Diagnostic.Code);
    }

    [Fact]
    public void A_file_that_another_program_keeps_to_itself_may_be_readable_on_another_try()
    {
        var path = _folder.Write("a.md", "x");
        using var kept = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        var failure = Failure(path);

        Assert.Equal(DiagnosticCodes.SourceUnreadable, failure.Diagnostic.Code);
        Assert.True(failure.IsTransient);
    }

    [Fact]
    public void A_file_of_just_the_limit_is_read_and_one_byte_more_is_refused()
    {
        Assert.Equal(Maximum, Read(_folder.Write("a.md", new string('x', (int)Maximum))).Bytes);

        var failure = Failure(_folder.Write("b.md", new string('x', (int)Maximum + 1)));
        Assert.Equal(DiagnosticCodes.DocumentTooLarge, failure.Diagnostic.Code);
        Assert.Contains("maxDocumentMB", failure.Diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_longer_than_it_said_every_time_is_read_with_a_warning()
    {
        // The kernel's own files say they are empty, and are not: as if something were written between the look and the read.
        const string Growing = "/proc/self/status";
        Assert.SkipUnless(File.Exists(Growing), "Only Linux has files that are never as long as they say.");

        var (text, bytes) = Read(Growing);

        Assert.Equal(1, bytes);
        Assert.Equal([DiagnosticCodes.ChangedWhileRead], text.Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void A_file_that_is_written_to_all_the_while_is_a_state_it_was_in_or_comes_with_a_warning()
    {
        var path = _folder.Write("a.md", "");
        using var written = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        using var stop = new CancellationTokenSource();
        using var started = new ManualResetEventSlim();
        var writer = new Thread(() =>
        {
            while (!stop.IsCancellationRequested && written.Length < Maximum / 2)
            {
                // Four bytes never straddle a page, within which a write is seen whole or not at all.
                written.Write("row\n"u8);
                written.Flush();
                started.Set();
            }
        });
        writer.Start();
        started.Wait(TestContext.Current.CancellationToken);
        try
        {
            for (var i = 0; i < 50; i++)
            {
                var (text, bytes) = Read(path);

                Assert.Equal(bytes, Encoding.UTF8.GetByteCount(text.Text));
                Assert.All(text.Diagnostics, diagnostic => Assert.Equal(DiagnosticCodes.ChangedWhileRead, diagnostic.Code));
                Assert.True(text.Diagnostics.Count == 1 || text.Text.EndsWith('\n'));
            }
        }
        finally
        {
            stop.Cancel();
            writer.Join();
        }
    }

    [Fact]
    public void A_cancelled_read_stops()
        => Assert.Throws<OperationCanceledException>(
            () => new SourceReader(SourceKinds.Default, new(), Maximum, TimeProvider.System).Read(DocumentSource.FromFile(_folder.Write("a.md", "x"), 1), new(canceled: true)));

    private static (SourceText Text, long Bytes) Read(string path)
    {
        var (text, (bytes, _, _), _) = new SourceReader(SourceKinds.Default, new(), Maximum, TimeProvider.System).Read(DocumentSource.FromFile(path, 0), CancellationToken.None);
        return (text, bytes);
    }

    private static DocumentException Failure(string path) => Assert.Throws<DocumentException>(() => Read(path));
}
