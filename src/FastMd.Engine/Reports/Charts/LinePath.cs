using System.Text;
using FastMd.Engine.Reports.Html;

namespace FastMd.Engine.Reports.Charts;

/// <summary>The SVG path of a series, <see cref="Width"/> wide and <see cref="Plot.Height"/> high.</summary>
internal sealed class LinePath(Axis xAxis, Axis yAxis, IReadOnlyList<double> xs, Series series)
{
    public const double Width = 1000;

    public string Line() => string.Concat(Runs().Select(run => Trace(run, 'M')));

    /// <summary>What lies between the line and the x axis.</summary>
    public string Area()
    {
        var path = new StringBuilder();
        foreach (var run in Runs())
        {
            path.Append('M').Append(X(run[0])).Append(' ').Append(Markup.Number(Plot.Height))
                .Append(Trace(run, 'L'))
                .Append('V').Append(Markup.Number(Plot.Height)).Append('Z');
        }

        return path.ToString();
    }

    private string X(int i) => Markup.Number(Width * xAxis.Position(xs[i]));

    private string Y(int i) => Markup.Number(Plot.Down(yAxis, series.Values[i]));

    private string Trace(IReadOnlyList<int> run, char begin)
    {
        var path = new StringBuilder().Append(begin).Append(X(run[0])).Append(' ').Append(Y(run[0]));
        foreach (var i in run.Skip(1))
        {
            if (series.Look == SeriesLook.Steps)
            {
                path.Append('H').Append(X(i)).Append('V').Append(Y(i));
            }
            else
            {
                path.Append('L').Append(X(i)).Append(' ').Append(Y(i));
            }
        }

        return path.ToString();
    }

    /// <summary>Indices of values that are connected.</summary>
    private IEnumerable<IReadOnlyList<int>> Runs()
    {
        var run = new List<int>();
        for (var i = 0; i < xs.Count; i++)
        {
            if (double.IsFinite(series.Values[i]))
            {
                run.Add(i);
            }
            else if (run.Count > 0 && series.Look != SeriesLook.Dots)
            {
                yield return run;
                run = [];
            }
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }
}
