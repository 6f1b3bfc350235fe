using System.Globalization;

namespace FastMd.Peers;

/// <summary>What is measured inside one PowerShell process, by its own clock.</summary>
internal static class Sessions
{
    private const int Batches = 10;
    private const int WarmUp = 5;

    // The runtime compiles what is hot twice over, for some four seconds; before that two workers mostly wait for the same counters.
    private const int LongWarmUp = 12;

    /// <summary>The first batch of a session, and batches once it is warm.</summary>
    public static void FirstAndLater(Report report, Workspace workspace, string? module)
    {
        var (tree, output) = (workspace.Thousand, workspace.Output);
        report.Line($"{Batches} batches of {tree.Pages} pages in one process; \"later\" is the median of the last {Batches - WarmUp}.\n");
        report.Line("| Row | First s | Later s | Later pages/s |");
        report.Line("| --- | ---: | ---: | ---: |");
        if (module is not null)
        {
            Line("Convert-FastMdBatch", PowerShell.Import(module), PowerShell.BatchOf(tree, output));
            Line("the same, -Isolation Thread", PowerShell.Import(module), PowerShell.BatchOf(tree, output, "-Isolation Thread"));
            Line("the same, -Isolation Process", PowerShell.Import(module), PowerShell.BatchOf(tree, output, "-Isolation Process"));
        }

        Line("Get-ChildItem, ConvertFrom-Markdown, Set-Content", "", PowerShell.Pipeline(tree, output));
        Line("ConvertFrom-Markdown in the leanest loop", "", PowerShell.Loop(tree, output));

        void Line(string name, string prepare, string body)
        {
            Console.Error.WriteLine($"session: {name}");
            var seconds = PowerShell.Session(prepare, output, Batches, body).Select(round => round[0]).ToList();
            workspace.RequireOutputs(tree.Pages, name);
            var later = seconds.Skip(WarmUp).Median();
            report.Line(string.Create(
                CultureInfo.InvariantCulture, $"| {name} | {seconds[0]:0.000} | {later:0.000} | {tree.Pages / later:0} |"));
        }
    }

    /// <summary>What warnings of links cost: batches with and without them, in turn, in one process.</summary>
    public static void LinkWarnings(Report report, Workspace workspace, string module)
    {
        Console.Error.WriteLine("link-warnings");
        var (tree, output) = (workspace.Thousand, workspace.Output);
        (string Name, string Parameters)[] rows =
        [
            ("off (-NoLinkWarning)", "-NoLinkWarning"),
            ("on, and nobody reads them (-WarningAction SilentlyContinue)", "-WarningAction SilentlyContinue"),
            ("on, and the host writes each to a pipe", ""),
        ];
        var rounds = PowerShell.Session(
            PowerShell.Import(module), output, Batches, [.. rows.Select(row => PowerShell.BatchOf(tree, output, row.Parameters))]);
        workspace.RequireOutputs(tree.Pages, "link-warnings");
        report.Line($"{Batches} batches of {tree.Pages} pages each way, in turn; medians without the first, and of the ratios of each turn.\n");
        report.Line("| Warnings of links | Seconds | Times those without |");
        report.Line("| --- | ---: | ---: |");
        for (var i = 0; i < rows.Length; i++)
        {
            var later = rounds.Skip(1).ToList();
            report.Line(string.Create(
                CultureInfo.InvariantCulture,
                $"| {rows[i].Name} | {later.Select(round => round[i]).Median():0.000} | {later.Select(round => round[i] / round[0]).Median():0.00} |"));
        }
    }

    /// <summary>Two workers against one, warm, in one process, in turn.</summary>
    public static void Scaling(Report report, Workspace workspace, string module)
    {
        Console.Error.WriteLine("scaling");
        var (tree, output) = (workspace.All, workspace.Output);
        var rounds = PowerShell.Session(
            PowerShell.Import(module), output, LongWarmUp + Batches, PowerShell.BatchOf(tree, output, "-ThrottleLimit 1"), PowerShell.BatchOf(tree, output, "-ThrottleLimit 2"));
        workspace.RequireOutputs(tree.Pages, "scaling");
        var one = rounds.Skip(LongWarmUp).Select(round => round[0]).Median();
        var two = rounds.Skip(LongWarmUp).Select(round => round[1]).Median();
        report.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"Medians of {Batches} batches of {tree.Pages} pages in turn after {LongWarmUp}: one worker {one:0.000} s, two {two:0.000} s: {one / two:0.00} × as fast."));
    }
}
