using System.Globalization;

namespace FastMd.Peers;

/// <summary>What a build takes when nothing changed since the last one, in turn, each in a folder of its own.</summary>
internal static class Rebuilds
{
    public static void Measure(Report report, IReadOnlyList<Row> rows, int rounds, Workspace workspace)
    {
        var firsts = rows.Select(_ => new List<double>()).ToList();
        var agains = rows.Select(_ => new List<double>()).ToList();
        var walks = new List<double>();
        for (var round = 1; round <= rounds; round++)
        {
            for (var i = 0; i < rows.Count; i++)
            {
                Console.Error.WriteLine($"rebuild {round} of {rounds}: {rows[i].Name}");
                var output = workspace.At($"out-{rows[i].Name}");
                Workspace.Clear(output);
                firsts[i].Add(Seconds(rows[i].CommandFor(rows[i].Tree, output), workspace));
                Workspace.RequireOutputs(output, rows[i].Tree.Pages, rows[i].Name);
                Settle();
                agains[i].Add(Seconds(rows[i].CommandFor(rows[i].Tree, output), workspace));
                Workspace.RequireOutputs(output, rows[i].Tree.Pages, rows[i].Name);
                if (i == 0 && Rows.Missing("find") is null)
                {
                    walks.Add(Seconds(Rows.WalkOf(rows[i].Tree, output), workspace));
                }
            }
        }

        report.Line("| Row | What | First s | Again s | Times as fast |");
        report.Line("| --- | --- | ---: | ---: | ---: |");
        for (var i = 0; i < rows.Count; i++)
        {
            var (first, again) = (firsts[i].Median(), agains[i].Median());
            report.Line(string.Create(
                CultureInfo.InvariantCulture, $"| {rows[i].Name} | {rows[i].Meaning} | {first:0.000} | {again:0.000} | {first / again:0.0} × |"));
        }

        if (walks.Count > 0)
        {
            report.Line(string.Create(
                CultureInfo.InvariantCulture,
                $"| find | the status of every file of source and destination, asked for and no more | | {walks.Median():0.000} | |"));
        }
    }

    // What was written within the clock's last tick would have to be read again to be trusted.
    private static void Settle() => Thread.Sleep(TimeSpan.FromMilliseconds(50));

    private static double Seconds(Command command, Workspace workspace) => Gauge.Measure(command, workspace.At("measurement")).Seconds;
}
