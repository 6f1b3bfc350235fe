using FastMd.Engine.Documents;
using FastMd.Engine.Output;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Output;

public sealed class OutputTreeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_appears_with_the_folders_on_the_way_to_it()
    {
        Assert.True(Write("site/deep/er/a.html", "new"));

        Assert.Equal(["site/deep/er/a.html"], _folder.Files());
        Assert.Equal("new", _folder.Read("site/deep/er/a.html"));
    }

    [Fact]
    public void A_file_that_was_there_is_replaced_as_a_whole()
    {
        _folder.Write("site/a.html", "a much longer old content");

        Write("site/a.html", "new");

        Assert.Equal("new", _folder.Read("site/a.html"));
    }

    [Fact]
    public void Empty_content_is_a_file_too()
    {
        Write("site/a.html", "");

        Assert.Equal("", _folder.Read("site/a.html"));
    }

    [Fact]
    public void A_refused_commit_leaves_what_was_there_and_no_trace()
    {
        _folder.Write("site/a.html", "old");

        Assert.False(Tree().Write(_folder.At("site", "a.html"), "new"u8, () => false));

        Assert.Equal(["site/a.html"], _folder.Files());
        Assert.Equal("old", _folder.Read("site/a.html"));
    }

    [Fact]
    public void A_copy_that_is_cancelled_leaves_what_was_there_and_no_trace()
    {
        _folder.Write("site/a.bin", "old");
        _folder.Write("a.bin", "new");

        Assert.ThrowsAny<OperationCanceledException>(() => Tree().Copy(_folder.At("a.bin"), _folder.At("site", "a.bin"), new CancellationToken(canceled: true)));
        Assert.Equal(["a.bin", "site/a.bin"], _folder.Files());
        Assert.Equal("old", _folder.Read("site/a.bin"));
    }

    [Fact]
    public void A_copy_has_the_time_and_the_rights_of_what_it_is_a_copy_of_and_may_be_written_to()
    {
        var source = _folder.Write("a.bin", "new");
        var time = new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(source, time);
        File.SetAttributes(source, FileAttributes.ReadOnly);

        Tree().Copy(source, _folder.At("site", "a.bin"), TestContext.Current.CancellationToken);

        Assert.Equal(time, File.GetLastWriteTimeUtc(_folder.At("site", "a.bin")));
        Assert.False(new FileInfo(_folder.At("site", "a.bin")).IsReadOnly);
        File.SetAttributes(source, FileAttributes.Normal);
    }

    [Fact]
    public void Until_the_commit_nothing_shows_under_the_name()
    {
        _folder.Write("site/a.html", "old");
        var seen = "";

        Tree().Write(_folder.At("site", "a.html"), "new"u8, () =>
        {
            seen = _folder.Read("site/a.html");
            return true;
        });

        Assert.Equal("old", seen);
    }

    [Fact]
    public void A_commit_that_throws_leaves_what_was_there_and_no_trace()
    {
        _folder.Write("site/a.html", "old");

        Assert.Throws<InvalidOperationException>(
            () => Tree().Write(_folder.At("site", "a.html"), "new"u8, () => throw new InvalidOperationException()));

        Assert.Equal(["site/a.html"], _folder.Files());
        Assert.Equal("old", _folder.Read("site/a.html"));
    }

    [Fact]
    public void A_folder_under_the_outputs_name_is_an_error_and_leaves_no_trace()
    {
        _folder.Write("site/a.html/inner.txt", "x");

        Assert.Equal(DiagnosticCodes.OutputUnwritable, Refusal("site/a.html").Code);
        Assert.Equal(["site/a.html/inner.txt"], _folder.Files());
    }

    [Fact]
    public void A_file_where_a_folder_should_be_is_an_error_that_no_second_try_mends()
    {
        _folder.Write("site", "a file");

        var failure = Assert.Throws<DocumentException>(() => Write("site/a.html", "new"));

        Assert.Equal(DiagnosticCodes.OutputUnwritable, failure.Diagnostic.Code);
        Assert.Equal("a file", _folder.Read("site"));
    }

    [Fact]
    public void A_folder_that_could_not_be_made_is_tried_again_for_the_next_document()
    {
        var tree = Tree();
        _folder.Write("site/deep", "a file");
        Assert.Throws<DocumentException>(() => tree.Write(_folder.At("site", "deep", "a.html"), "new"u8, () => true));
        File.Delete(_folder.At("site", "deep"));

        Assert.True(tree.Write(_folder.At("site", "deep", "b.html"), "new"u8, () => true));
    }

    [Fact]
    public void A_read_only_output_is_refused()
    {
        File.SetAttributes(_folder.Write("site/a.html", "old"), FileAttributes.ReadOnly);

        Assert.Equal(DiagnosticCodes.OutputReadOnly, Refusal("site/a.html").Code);
        Assert.Equal(["site/a.html"], _folder.Files());
        Assert.Equal("old", _folder.Read("site/a.html"));
        File.SetAttributes(_folder.At("site", "a.html"), FileAttributes.Normal);
    }

    [Fact]
    public async Task For_root_an_output_of_another_user_is_not_read_only()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root gives files to others, and writes to them.");
        var output = _folder.Write("site/a.html", "old");
        await ChildProcess.RunAsync("chown", ["65534", output], new Dictionary<string, string?>(), TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.True(Tree().Write(output, "new"u8, () => true));

        Assert.Equal("new", _folder.Read("site/a.html"));
    }

    [Fact]
    public void A_read_only_output_is_replaced_when_asked_for()
    {
        File.SetAttributes(_folder.Write("site/a.html", "old"), FileAttributes.ReadOnly);

        Assert.True(Tree(overwriteReadOnly: true).Write(_folder.At("site", "a.html"), "new"u8, () => true));

        Assert.Equal("new", _folder.Read("site/a.html"));
    }

    [Fact]
    public void Many_threads_may_write_into_one_new_folder()
    {
        var tree = Tree();

        Parallel.For(0, 200, i => tree.Write(_folder.At("site", "deep", $"{i}.html"), "new"u8, () => true));

        Assert.Equal(200, _folder.Files().Length);
    }

    private OutputTree Tree(bool overwriteReadOnly = false) => new(_folder.At("site"), overwriteReadOnly);

    private bool Write(string relative, string content)
        => Tree().Write(_folder.At(relative.Split('/')), System.Text.Encoding.UTF8.GetBytes(content), () => true);

    private Diagnostic Refusal(string relative) => Assert.Throws<DocumentException>(() => Write(relative, "new")).Diagnostic;
}
