using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace FastMd.Faults;

/// <summary>What came of the faults, as Markdown: a table, and what went wrong, with how to see it again.</summary>
internal sealed class Report(Workspace workspace, Options options)
{
    private readonly StringBuilder _rows = new();
    private readonly List<string> _violations = [];
    private int _violationsOfFault;

    public bool IsGood => _violations.Count == 0;

    public void Skip(Fault fault, string obstacle) => Row(fault, "–", $"skipped: {obstacle}");

    /// <summary>Takes down what a round found; gives each as a line.</summary>
    public IReadOnlyList<string> Take(Fault fault, Round round)
    {
        var lines = round.Violations
            .Select(violation => $"{fault.Name}, seed {round.Seed} ({round.Details}): {violation} {HowToSeeAgain(fault, round)}")
            .ToList();
        _violations.AddRange(lines);
        _violationsOfFault += lines.Count;
        return lines;
    }

    public void Complete(Fault fault, int rounds, int hits)
    {
        var times = hits == rounds ? $"{rounds}" : string.Create(CultureInfo.InvariantCulture, $"{rounds}, {hits} hit");
        Row(fault, times, _violationsOfFault.ToString(CultureInfo.InvariantCulture));
        _violationsOfFault = 0;
    }

    public override string ToString()
        => $"{workspace.Executable}; {Environment.ProcessorCount} processors, {RuntimeInformation.OSDescription}; "
            + $"{(options.Corpus is null ? "a generated tree" : "a corpus")} of {workspace.Pages[0].New.Files.Count} files, and one of {workspace.FewPages[0].New.Files.Count}.\n\n"
            + "| Fault | Times | What was done | Violations |\n| --- | ---: | --- | ---: |\n"
            + _rows
            + (IsGood ? "\nNo violation.\n" : $"\nViolations:\n\n{string.Join('\n', _violations.Select(violation => "- " + violation))}\n");

    private string HowToSeeAgain(Fault fault, Round round)
        => $"[--only {fault.Name} --seed {round.Seed} --rounds 1{(options.Executable is null ? "" : " --executable " + options.Executable)}]";

    private void Row(Fault fault, string times, string violations)
        => _rows.Append(CultureInfo.InvariantCulture, $"| `{fault.Name}` | {times} | {fault.Meaning} | {violations} |\n");
}
