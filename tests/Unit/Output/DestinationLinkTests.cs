using FastMd.Engine.Documents;
using FastMd.Engine.Output;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Output;

/// <summary>Links in the destination lead no output out of it.</summary>
public sealed class DestinationLinkTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public DestinationLinkTests()
    {
        Directory.CreateDirectory(_folder.At("site"));
        Directory.CreateDirectory(_folder.At("outside", "deep"));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_link_that_leads_out_is_refused()
    {
        Directory.CreateSymbolicLink(_folder.At("site", "link"), _folder.At("outside"));

        AssertRefused("link");
    }

    [Fact]
    public void A_link_that_leads_out_by_way_of_another_is_refused()
    {
        Directory.CreateSymbolicLink(_folder.At("site", "hop"), _folder.At("outside", "deep"));
        Directory.CreateSymbolicLink(_folder.At("site", "link"), "hop/..");

        AssertRefused("link");
    }

    [Fact]
    public void A_link_that_leads_out_to_where_nothing_is_yet_is_refused()
    {
        Directory.CreateSymbolicLink(_folder.At("site", "link"), _folder.At("outside", "new"));

        AssertRefused(Path.Combine("link", "deeper"));
    }

    [Fact]
    public void A_link_that_stays_inside_is_followed()
    {
        Directory.CreateDirectory(_folder.At("site", "real"));
        Directory.CreateSymbolicLink(_folder.At("site", "link"), "real");

        Assert.True(Write("link"));
        Assert.True(_folder.Has("site/real/a.html"));
    }

    [Fact]
    public void A_destination_that_is_a_link_itself_is_written_through()
    {
        Directory.CreateSymbolicLink(_folder.At("published"), _folder.At("site"));

        Assert.True(new OutputTree(_folder.At("published"), false).Write(_folder.At("published", "a.html"), "new"u8, () => true));
        Assert.True(_folder.Has("site/a.html"));
    }

    [Fact]
    public void A_link_in_the_outputs_place_is_replaced_and_not_followed()
    {
        _folder.Write("outside/precious.txt", "precious");
        File.CreateSymbolicLink(_folder.At("site", "a.html"), _folder.At("outside", "precious.txt"));

        Assert.True(Write(""));

        Assert.Equal("precious", _folder.Read("outside/precious.txt"));
        Assert.Equal("new", _folder.Read("site/a.html"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("deep")]
    public void A_folder_that_becomes_a_link_between_two_files_leads_no_file_out(string below)
    {
        using var tree = new OutputTree(_folder.At("site"), false);
        Assert.True(tree.Write(_folder.At("site", "folder", below, "a.html"), "new"u8, () => true));
        Swap();

        Assert.Throws<DocumentException>(() => tree.Write(_folder.At("site", "folder", below, "b.html"), "new"u8, () => true));
        AssertNothingOutside();
    }

    [Fact]
    public void A_folder_that_becomes_a_link_while_a_file_is_written_leads_it_nowhere()
    {
        using var tree = new OutputTree(_folder.At("site"), false);
        try
        {
            tree.Write(_folder.At("site", "folder", "a.html"), "new"u8, () =>
            {
                Swap();
                return true;
            });
        }
        catch (DocumentException)
        {
            // Where folders cannot be held it is refused; where they can it is in the folder that it was meant for.
        }

        AssertNothingOutside();
    }

    [Fact]
    public void A_folder_that_becomes_a_link_has_nothing_copied_to_and_nothing_deleted_behind_it()
    {
        _folder.Write("logo.png", "logo");
        _folder.Write("outside/a.html", "precious");
        using var tree = new OutputTree(_folder.At("site"), false);
        Assert.True(tree.Write(_folder.At("site", "folder", "a.html"), "new"u8, () => true));
        Swap();

        Assert.Throws<DocumentException>(() => tree.Copy(_folder.At("logo.png"), _folder.At("site", "folder", "logo.png"), TestContext.Current.CancellationToken));
        Assert.Throws<DocumentException>(() => tree.Delete(_folder.At("site", "folder", "a.html")));
        Assert.Equal("precious", _folder.Read("outside/a.html"));
    }

    [Theory]
    [InlineData(".fastmd")]
    [InlineData(".FASTMD")]
    public void A_link_to_where_the_build_state_is_kept_is_refused(string name)
    {
        Directory.CreateDirectory(_folder.At("site", name));
        Directory.CreateSymbolicLink(_folder.At("site", "link"), name);

        var refusal = Assert.Throws<DocumentException>(() => Write("link")).Diagnostic;

        Assert.Equal(DiagnosticCodes.OutputInStateFolder, refusal.Code);
    }

    private void Swap()
    {
        Directory.Move(_folder.At("site", "folder"), _folder.At("site", "moved"));
        Directory.CreateSymbolicLink(_folder.At("site", "folder"), _folder.At("outside"));
    }

    private void AssertNothingOutside() => Assert.DoesNotContain(_folder.Files(), file => file.StartsWith("outside/", StringComparison.Ordinal));

    private void AssertRefused(string folder)
    {
        var refusal = Assert.Throws<DocumentException>(() => Write(folder)).Diagnostic;

        Assert.Equal(DiagnosticCodes.OutputOutsideDestination, refusal.Code);
        Assert.DoesNotContain(_folder.Files(), file => file.EndsWith(".html", StringComparison.Ordinal) || file.EndsWith(".tmp", StringComparison.Ordinal));
    }

    private bool Write(string folder)
        => new OutputTree(_folder.At("site"), false).Write(_folder.At("site", folder, "a.html"), "new"u8, () => true);
}
