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

    private void AssertRefused(string folder)
    {
        var refusal = Assert.Throws<DocumentException>(() => Write(folder)).Diagnostic;

        Assert.Equal(DiagnosticCodes.OutputOutsideDestination, refusal.Code);
        Assert.DoesNotContain(_folder.Files(), file => file.EndsWith(".html", StringComparison.Ordinal) || file.EndsWith(".tmp", StringComparison.Ordinal));
    }

    private bool Write(string folder)
        => new OutputTree(_folder.At("site"), false).Write(_folder.At("site", folder, "a.html"), "new"u8, () => true);
}
