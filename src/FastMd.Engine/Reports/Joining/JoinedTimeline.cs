namespace FastMd.Engine.Reports.Joining;

/// <summary>
/// Timelines of several processes as one, of a bounded number of points: what was done is added up, and so is what the processes had in use. The points lie
/// at multiples of a step that doubles as the batch gets longer, so that those that were there stay where they are.
/// </summary>
internal static class JoinedTimeline
{
    private const int MostPoints = 200;

    private static readonly TimeSpan ShortestStep = TimeSpan.FromMilliseconds(250);

    /// <summary>Joins timelines.</summary>
    /// <param name="done">Those of the processes that count what was done.</param>
    /// <param name="used">Those of the processes whose workers and memory count.</param>
    public static IReadOnlyList<TimelinePoint> Of(IReadOnlyList<PartTimeline> done, IReadOnlyList<PartTimeline> used)
    {
        ArgumentNullException.ThrowIfNull(done);
        ArgumentNullException.ThrowIfNull(used);
        var end = done.Concat(used).Select(static part => part.End).DefaultIfEmpty().Max();
        if (end <= TimeSpan.Zero)
        {
            return [];
        }

        var step = ShortestStep;
        while (step * MostPoints < end)
        {
            step *= 2;
        }

        var points = new List<TimelinePoint>(MostPoints + 1);
        var before = Done.At(TimeSpan.Zero, done);
        for (var at = step; ; at += step)
        {
            var isLast = at >= end;
            var point = Done.At(isLast ? end : at, done);

            // A rate over what is left at the end would be noise where that is short.
            if (!isLast || points.Count == 0 || end - before.Time > step / 2)
            {
                points.Add(PointOf(before, point, used));
                before = point;
            }
            else
            {
                points[^1] = PointOf(points.Count > 1 ? Done.At(points[^2].At, done) : Done.At(TimeSpan.Zero, done), point, used);
            }

            if (isLast)
            {
                return points;
            }
        }
    }

    private static TimelinePoint PointOf(Done before, Done now, IReadOnlyList<PartTimeline> used)
    {
        var seconds = (now.Time - before.Time).TotalSeconds;
        var uses = used.Select(part => part.Use(before.Time, now.Time)).OfType<PartUse>().ToList();
        var processors = uses.Select(static use => use.Cpu).OfType<double>().ToList();
        var files = uses.Select(static use => use.OpenFiles).OfType<int>().ToList();
        return new()
        {
            At = now.Time,
            Completed = (long)now.Completed,
            Pages = (long)now.Pages,
            InputBytes = (long)now.InputBytes,
            DocumentsPerSecond = (now.Completed - before.Completed) / seconds,
            PagesPerSecond = (now.Pages - before.Pages) / seconds,
            MegabytesPerSecond = (now.InputBytes - before.InputBytes) / seconds / Throughput.BytesPerMegabyte,
            WorkersActive = uses.Sum(static use => use.WorkersActive),
            WorkersAllowed = uses.Sum(static use => use.WorkersAllowed),
            WorkingBytes = uses.Sum(static use => use.WorkingBytes),
            WorkingBytesLimit = uses.Sum(static use => use.WorkingBytesLimit),
            Waiting = uses.Sum(static use => use.Waiting),
            Parked = uses.Sum(static use => use.Parked),
            ResidentBytes = uses.Sum(static use => use.ResidentBytes),

            // Each process sees its whole machine.
            Cpu = processors.Count > 0 ? processors.Average() : null,
            OpenFiles = files.Count > 0 ? (int)Math.Min(int.MaxValue, files.Sum(static open => (long)open)) : null,
        };
    }

    /// <summary>What all processes had done at a time.</summary>
    private readonly record struct Done(TimeSpan Time, double Completed, double Pages, double InputBytes)
    {
        public static Done At(TimeSpan time, IReadOnlyList<PartTimeline> parts)
        {
            var sum = new Done(time, 0, 0, 0);
            foreach (var part in parts)
            {
                sum = sum with
                {
                    Completed = sum.Completed + part.DoneAt(time, static point => point.Completed),
                    Pages = sum.Pages + part.DoneAt(time, static point => point.Pages),
                    InputBytes = sum.InputBytes + part.DoneAt(time, static point => point.InputBytes),
                };
            }

            return sum;
        }
    }
}

/// <summary>The timeline of one process among several.</summary>
/// <param name="Late">How much later it began than the first of them.</param>
/// <param name="Points">Its points, by the time since it began.</param>
internal sealed record PartTimeline(TimeSpan Late, IReadOnlyList<TimelinePoint> Points)
{
    /// <summary>Its end, since the first of them began.</summary>
    public TimeSpan End => Points is [.., var last] ? Late + last.At : TimeSpan.Zero;

    /// <summary>How much it had done at a time, taken to have been done evenly between two points.</summary>
    public double DoneAt(TimeSpan time, Func<TimelinePoint, long> of)
    {
        ArgumentNullException.ThrowIfNull(of);
        var own = time - Late;
        var next = FirstFrom(own);
        if (next == Points.Count)
        {
            return next == 0 ? 0 : of(Points[^1]);
        }

        var (fromTime, from) = next == 0 ? (TimeSpan.Zero, 0L) : (Points[next - 1].At, of(Points[next - 1]));
        var length = Points[next].At - fromTime;
        var part = length > TimeSpan.Zero ? Math.Clamp((own - fromTime) / length, 0, 1) : 1;
        return from + (part * (of(Points[next]) - from));
    }

    /// <summary>What it had in use in a while; null where it did not run then. What is bounded is its highest value, the rest an average.</summary>
    public PartUse? Use(TimeSpan from, TimeSpan to)
    {
        var (first, end) = (FirstFrom(from - Late + TimeSpan.FromTicks(1)), FirstFrom(to - Late + TimeSpan.FromTicks(1)));

        // A point stands for the while before it: where none ends here, the next one began before.
        end = end == first && to > Late ? Math.Min(end + 1, Points.Count) : end;
        if (first >= end)
        {
            return null;
        }

        var points = Points.Skip(first).Take(end - first).ToList();
        return new(
            points.Average(static point => point.WorkersActive),
            points.Average(static point => point.WorkersAllowed),
            points.Max(static point => point.WorkingBytes),
            points.Max(static point => point.WorkingBytesLimit),
            points.Max(static point => point.Waiting),
            points.Max(static point => point.Parked),
            points.Max(static point => point.ResidentBytes),
            points.Average(static point => point.Cpu),
            points.Max(static point => point.OpenFiles));
    }

    /// <summary>The first point that is not before a time since it began.</summary>
    private int FirstFrom(TimeSpan time)
    {
        var (low, high) = (0, Points.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Points[middle].At < time ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

/// <summary>What a process had in use.</summary>
internal sealed record PartUse(
    double WorkersActive, double WorkersAllowed, long WorkingBytes, long WorkingBytesLimit, long Waiting, long Parked, long ResidentBytes, double? Cpu, int? OpenFiles);
