namespace FastMd.Peers;

/// <summary>Measures rows in turn, round after round, every other round backwards, so that noise of the machine hits all alike, and so does what drifts.</summary>
internal static class Rounds
{
    public static IReadOnlyList<(Row Row, IReadOnlyList<Measurement> Runs)> Measure(IReadOnlyList<Row> rows, int rounds, Workspace workspace)
    {
        var measured = rows.Select(_ => new List<Measurement>()).ToList();
        for (var round = 1; round <= rounds; round++)
        {
            for (var turn = 0; turn < rows.Count; turn++)
            {
                var i = round % 2 == 1 ? turn : rows.Count - 1 - turn;
                Console.Error.WriteLine($"round {round} of {rounds}: {rows[i].Name}");
                measured[i].Add(MeasureOnce(rows[i], workspace));
            }
        }

        return [.. rows.Zip(measured, (row, runs) => (row, (IReadOnlyList<Measurement>)runs))];
    }

    private static Measurement MeasureOnce(Row row, Workspace workspace)
    {
        workspace.ClearOutput();
        if (!row.MakesFolders)
        {
            workspace.MakeOutputFolders(row.Tree);
        }

        var command = row.CommandFor(row.Tree, workspace.Output);
        var measurement = Gauge.Measure(command, workspace.At("measurement"));
        workspace.RequireOutputs(row.Tree.Pages, row.Name);
        return measurement;
    }
}
