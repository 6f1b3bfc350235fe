using System.Globalization;
using System.Text;

namespace FastMd.Cluster.Bench.Rates;

/// <summary>Measures configurations in turn, so that what else the machine does hits all; a ratio is the median of the ratios of each round.</summary>
internal static class RateSeries
{
    public static Outcome Run(Options options, Workspace workspace)
    {
        Console.Error.WriteLine(workspace.Head().TrimEnd());
        var stations = new List<Station>();
        var rounds = new List<IReadOnlyDictionary<string, Sample>>();
        try
        {
            foreach (var configuration in Configuration.All.Where(configuration => options.Only?.Contains(configuration.Name) != false))
            {
                stations.Add(new(configuration, options, workspace));
            }

            // The first does not count: workers are warm from then on.
            for (var round = 0; round <= options.Runs; round++)
            {
                var samples = Measure(round % 2 == 0 ? stations : stations.AsEnumerable().Reverse(), round);
                if (round > 0)
                {
                    rounds.Add(samples);
                }
            }
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("Interrupted; these rounds were done:");
        }
        finally
        {
            stations.ForEach(static station => station.Dispose());
        }

        return new(rounds.Count == 0 ? "" : workspace.Head() + Times(rounds, workspace.Reference.Documents) + Ratios(rounds), true);
    }

    private static Dictionary<string, Sample> Measure(IEnumerable<Station> stations, int round)
    {
        var samples = new Dictionary<string, Sample>();
        foreach (var station in stations)
        {
            var sample = station.Measure();
            samples[station.Configuration.Name] = sample;
            Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"round {round}, {station.Configuration.Name}: {sample.Seconds:0.00} s; processor time of the publisher {sample.Publisher:0.00} s, workers {sample.Workers:0.00} s, broker {sample.Broker:0.00} s"));
        }

        return samples;
    }

    private static string Times(List<IReadOnlyDictionary<string, Sample>> rounds, int documents)
    {
        var table = new StringBuilder(
            "| Name | Measured | Median | Best | Documents a second | Processor time: publisher | workers | broker |\n| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var configuration in Configuration.All.Where(configuration => rounds[0].ContainsKey(configuration.Name)))
        {
            var median = Median(static sample => sample.Seconds);
            table.Append(
                CultureInfo.InvariantCulture,
                $"| `{configuration.Name}` | {configuration.Meaning} | {median:0.00} s | {rounds.Min(round => round[configuration.Name].Seconds):0.00} s | {documents / median:0} "
                + $"| {Median(static sample => sample.Publisher):0.00} s | {Median(static sample => sample.Workers):0.00} s | {Median(static sample => sample.Broker):0.00} s |\n");

            double Median(Func<Sample, double> figure) => rounds.Select(round => figure(round[configuration.Name])).Median();
        }

        return table.Append('\n').ToString();
    }

    private static string Ratios(List<IReadOnlyDictionary<string, Sample>> rounds)
    {
        var table = new StringBuilder("| Speed of | over that of | Median | Each round |\n| --- | --- | ---: | --- |\n");
        foreach (var (of, to) in Configuration.Ratios.Where(ratio => rounds[0].ContainsKey(ratio.Of) && rounds[0].ContainsKey(ratio.To)))
        {
            var ratios = rounds.ConvertAll(round => round[to].Seconds / round[of].Seconds);
            table.Append(
                CultureInfo.InvariantCulture,
                $"| `{of}` | `{to}` | {ratios.Median():0.00} | {string.Join(", ", ratios.Select(static ratio => ratio.ToString("0.00", CultureInfo.InvariantCulture)))} |\n");
        }

        return table.ToString();
    }
}
