namespace FastMd.Parallel.Measuring;

/// <summary>What whole processes need of memory, and whether they bear having little of it.</summary>
internal static class MemoryFigures
{
    private const int MegaByte = 1024 * 1024;
    private const long Limit = 1024L * MegaByte;

    public static IEnumerable<Figure> Measure(Workspace workspace, int rounds)
    {
        var products = new Products(workspace.At("products"));
        yield return Figure.AtMost(
            "1,000 pages, compiled ahead: peak memory",
            Peak(workspace, products.ReadyToRun, SizeMix.LogNormal(1_000), rounds, limited: false), target: 100, bound: null, " MB");
        yield return Figure.AtMost(
            "10,000 documents under a limit of 1 GB: peak memory",
            Peak(workspace, products.ReadyToRun, SizeMix.LogNormal(10_000), rounds: 1, limited: true), target: 1024, bound: 1024, " MB");
        yield return Figure.AtMost(
            "20 MB before 5,000 small ones under a limit of 1 GB: peak memory",
            Peak(workspace, products.ReadyToRun, SizeMix.OneLargeFirst(20 * MegaByte, 5_000), rounds: 1, limited: true), target: 1024, bound: 1024, " MB");
    }

    /// <summary>Peaks in megabytes; infinite where the process does not finish or leaves documents out.</summary>
    private static Samples Peak(Workspace workspace, string program, SizeMix mix, int rounds, bool limited)
    {
        Console.Error.WriteLine($"{mix.Lengths.Count} documents{(limited ? " under a limit" : "")}");
        var corpus = Corpus.Write(mix, workspace.At("in"));
        var peaks = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            workspace.Clear("out");
            var command = new Command(program, "convert", corpus.Root, "--output", workspace.At("out"), "--quiet");
            peaks.Add(PeakOf(limited ? Limited(command) : command, workspace, mix.Lengths.Count));
        }

        workspace.Clear("in");
        return Samples.Lower(peaks);
    }

    private static double PeakOf(Command command, Workspace workspace, int documents)
    {
        try
        {
            var peak = Gauge.Measure(command, workspace.At("measurement")).PeakMegabytes;
            var written = Directory.GetFiles(workspace.At("out"), "*.html", SearchOption.AllDirectories).Length;
            return written == documents ? peak : throw new Refusal($"{written} of {documents} documents were written by:\n  {command}");
        }
        catch (Refusal failed)
        {
            Console.Error.WriteLine(failed.Message);
            return double.PositiveInfinity;
        }
    }

    /// <summary>With a limit on the heap, and where the system can set one, on all memory the process may write to.</summary>
    private static Command Limited(Command command)
    {
        var heap = new Dictionary<string, string> { ["DOTNET_GCHeapHardLimit"] = $"0x{Limit:x}" };
        return Command.IsInstalled("prlimit")
            ? new("prlimit", [$"--data={Limit}", command.Program, .. command.Arguments]) { Environment = heap }
            : command with { Environment = heap };
    }
}
