using FastMd.Engine.Documents;
using FastMd.Engine.Reports.Charts;

namespace FastMd.Engine.Reports.Pages;

/// <summary>Stages as parts of a bar, always in the order that work goes.</summary>
internal static class StageParts
{
    public static IReadOnlyList<Part> Of(StageTimes stages, TimeSpan whole) =>
    [
        Part("Read", stages.Read, whole),
        Part("Decode", stages.Decode, whole),
        Part("Parse", stages.Parse, whole),
        Part("Render", stages.Render, whole),
        Part("Write", stages.Write, whole),
        Part("Other", whole > stages.Total ? whole - stages.Total : TimeSpan.Zero, whole),
    ];

    private static Part Part(string name, TimeSpan time, TimeSpan whole)
        => new(name, time.TotalSeconds, $"{name}: {Figures.Duration(time)}, {Figures.Share(whole > TimeSpan.Zero ? time / whole : 0)}");
}
