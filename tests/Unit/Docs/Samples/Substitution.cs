using System.Text.RegularExpressions;

namespace FastMd.Tests.Unit.Docs.Samples;

/// <summary>What a sample says that a test cannot do, and what it does instead.</summary>
/// <param name="Pattern">What is replaced in a line; a line that is nothing else is left out.</param>
/// <param name="Replacement">By what.</param>
/// <param name="Reason">Why.</param>
internal sealed record Substitution(string Pattern, string Replacement, string Reason)
{
    public static IReadOnlyList<Substitution> All { get; } =
    [
        new(@"^dotnet (run|build|test|publish|format)\b.*", "", "builds and tests the product, as the tests' own build does"),
        new(@"^\./build\.ps1.*", "", "builds the product, as the tests' own build does; tests/Pester/Package.Tests.ps1 runs what packs it"),
        new(@"^\./tests/Pester/Invoke-Tests\.ps1.*", "", "runs all the tests of the cmdlets, this one among them"),
        new(@"^(docker|dotnet-counters)\b.*", "", "needs a program that is not part of the product"),
        new(@"^npm\b.*", "", "builds and tests what is for Node, as .ci/run does"),
        new(@" --pipe \S+", "", "stays until it is ended; tests/Unit/Cli/ServeTests.cs has it"),
        new(@"^fastmd dashboard\b.*", "", "stays until it is ended; tests/Unit/Cli/DashboardTests.cs has it"),
        new(@" --watch\b", "", "stays until it is ended; tests/Unit/Cli/Watch has it"),
        new(@" --otlp-endpoint \S+", "", "needs a collector; tests/Unit/Cli/Telemetry/RunTelemetryTests.cs has one"),
        new(@"\(Invoke-RestMethod https://service\.example/.*\)\.summary", "$$_", "needs a service; tests/Pester/ProcessWith.Tests.ps1 has one"),
        new(@"Import-Module \./out/FastMd", "Import-Module FastMd", "the module lies where the tests' build laid it out"),
        new(@"(?<=^(Install-PSResource)) .*", " FastMd", "there is no gallery here: the module is found where the tests' build laid it out"),
    ];

    public static string In(string script) => string.Join('\n', script.Split('\n').Select(Line));

    private static string Line(string line)
    {
        var indent = line[..^line.TrimStart().Length];
        return indent + All.Aggregate(line.TrimStart(), (text, one) => Regex.Replace(text, one.Pattern, one.Replacement));
    }
}
