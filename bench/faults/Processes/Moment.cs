using System.Globalization;

namespace FastMd.Faults.Processes;

/// <summary>A random moment of a run: after so long, or with so many results.</summary>
internal readonly record struct Moment(TimeSpan? Time, int Results)
{
    // A little beyond the end, for the last moments of a run are its own kind.
    private const double Beyond = 1.1;

    public static Moment Any(Random random, Reference reference)
        => random.Next(2) == 0
            ? new(reference.Duration * (random.NextDouble() * Beyond), 0)
            : new(null, 1 + random.Next(reference.Ending.Output.Count(character => character == '\n')));

    /// <summary>Waits for it; a run may be over before.</summary>
    public void Await(LiveRun run)
    {
        if (Time is { } time)
        {
            run.Wait(time);
        }
        else
        {
            run.Output.WaitForLines(Results, LiveRun.Patience);
        }
    }

    public override string ToString() => Time is { } time
        ? string.Create(CultureInfo.InvariantCulture, $"after {time.TotalMilliseconds:0} ms")
        : string.Create(CultureInfo.InvariantCulture, $"with result {Results}");
}
