using FastMd.Cli;
using FastMd.Cli.Diagnostics;
using FastMd.Engine.Documents;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Cli.Diagnostics;

public class DiagnosticOutputTests
{
    [Theory]
    [InlineData("json")]
    [InlineData("sarif")]
    public void A_disk_that_fills_up_costs_the_file_and_no_document(string format)
    {
        using var disk = new SmallDisk("size=64k");
        var file = Path.Combine(disk.Path, "found");
        using (var output = Output(new(Enum.Parse<DiagnosticFormat>(format, ignoreCase: true), file)))
        {
            output.Open();
            for (var count = 0; count < 1_000; count++)
            {
                output.Write("/work/a.md", Diagnostic.Warning("FM1001", new string('x', 1_000)));
            }

            var failure = Assert.Throws<IOException>(() => output.Complete(ranToItsEnd: true));

            Assert.StartsWith($"--diagnostics: '{file}' cannot be written: ", failure.Message, StringComparison.Ordinal);
        }

        Assert.Empty(Directory.GetFileSystemEntries(disk.Path));
    }

    [Theory]
    [InlineData(DiagnosticFormat.Text, false, false)]
    [InlineData(DiagnosticFormat.GitHub, true, false)]
    [InlineData(DiagnosticFormat.Json, false, true)]
    [InlineData(DiagnosticFormat.Sarif, false, false)]
    [InlineData(DiagnosticFormat.Sarif, true, true)]
    internal void Standard_error_belongs_to_what_programs_read(DiagnosticFormat format, bool outputIsTaken, bool expected)
    {
        using var withoutFile = Output(new(format), outputIsTaken);
        using var withFile = Output(new(format, "/work/found"), outputIsTaken);

        Assert.Equal((expected, false), (withoutFile.OwnsStandardError, withFile.OwnsStandardError));
    }

    private static DiagnosticOutput Output(DiagnosticRequest request, bool outputIsTaken = false)
        => new(request, ProcessEnvironment.Current with { WorkingDirectory = "/work" }, outputIsTaken);
}
