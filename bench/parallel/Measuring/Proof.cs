using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace FastMd.Parallel.Measuring;

/// <summary>Whether batches use the machine: every figure with its target.</summary>
internal static class Proof
{
    private const int WarmUps = 3;

    /// <summary>Measures; gives the report, and whether every figure is within its bound.</summary>
    public static (string Report, bool IsGood) Run(Options options, Workspace workspace)
    {
        if (Environment.ProcessorCount < MixRounds.Workers)
        {
            throw new Refusal("There is one processor here: nothing can be said about two workers.");
        }

        var figures = new List<Figure>
        {
            new("two threads that share nothing: efficiency", MachineCeiling.Measure(options.Rounds), null, null, HigherIsBetter: true),
        };
        foreach (var mix in options.Short ? Short() : Full())
        {
            Console.Error.WriteLine(mix.Name);
            figures.AddRange(FiguresOf(MixRounds.MeasureAsync(mix, workspace, options.Rounds, WarmUps).GetAwaiter().GetResult()));
        }

        if (!options.Short)
        {
            figures.AddRange(MemoryFigures.Measure(workspace, options.Rounds));
        }

        return (Table(options, figures), figures.TrueForAll(figure => figure.IsWithinBound));
    }

    private static SizeMix[] Full() =>
    [
        SizeMix.Uniform(2_000), SizeMix.LogNormal(2_000), SizeMix.Pareto(2_000, longest: 4 * 1024 * 1024), LargeFirst(20),
    ];

    private static SizeMix[] Short() =>
    [
        SizeMix.Uniform(500), SizeMix.LogNormal(500), SizeMix.Pareto(500, longest: 1024 * 1024), LargeFirst(4),
    ];

    private static SizeMix LargeFirst(int megaBytes) => SizeMix.OneLargeFirst(megaBytes * 1024 * 1024, megaBytes * 250);

    private static IEnumerable<Figure> FiguresOf(MixRounds rounds)
    {
        var name = rounds.Mix.Name;
        var hasOneLarge = rounds.Mix.Lengths.Max() > rounds.Mix.Lengths.Sum(length => (long)length) / MixRounds.Workers;
        if (!hasOneLarge)
        {
            yield return Figure.AtLeast($"{name}: efficiency of two workers", rounds.Efficiency, target: 0.9, bound: null);
            yield return Figure.AtLeast($"{name}: processor time of one worker over that of two", rounds.Thrift, target: 0.9, bound: 0.6);
        }

        if (hasOneLarge || name == "Pareto")
        {
            yield return Figure.AtMost($"{name}: makespan over its lower bound", rounds.OverLowerBound, target: 1.05, bound: 1.3);
        }

        if (!hasOneLarge)
        {
            // While one document takes longer than all others together, a worker has nothing to do.
            yield return Figure.AtLeast($"{name}: share of the workers' time at documents", rounds.BusyShare, target: 0.9, bound: 0.7);
        }

        yield return Figure.AtLeast($"{name}: speed over a plain parallel loop", rounds.OverLoop, target: 1, bound: 0.6);
        yield return new($"{name}: share of time the collector stops all", rounds.PauseShare, null, null, HigherIsBetter: false);
    }

    private static string Table(Options options, IReadOnlyList<Figure> figures)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} processors, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}; ");
        text.Append(CultureInfo.InvariantCulture, $"{options.Rounds} rounds in turn after {WarmUps}, files in {options.Out}.\n\n");
        text.Append("| Figure | Median | Best | Target | Bound | Verdict |\n| --- | ---: | ---: | ---: | ---: | --- |\n");
        foreach (var figure in figures)
        {
            text.Append(figure).Append('\n');
        }

        return text.ToString();
    }
}
