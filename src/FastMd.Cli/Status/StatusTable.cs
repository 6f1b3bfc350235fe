using System.Globalization;
using FastMd.Engine.Coordination;
using FastMd.Engine.Coordination.Manifest;
using FastMd.Engine.Documents;

namespace FastMd.Cli.Status;

/// <summary>A manifest as a person reads it.</summary>
internal static class StatusTable
{
    public static void Write(JobManifest manifest, bool all, TextWriter text)
    {
        var progress = manifest.Progress;
        var state = progress.IsOver ? "over" : progress.Workers > 0 ? "in progress" : "unfinished: run the same command again to go on";
        text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{manifest.SourceRoot} to {manifest.Target}, begun {manifest.StartedAt.ToLocalTime():yyyy-MM-dd HH:mm:ss}: {state}"));
        text.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{progress.Total} documents: {progress.Completed} completed, {progress.Failed} failed, {progress.InProgress} in progress, {progress.Pending} pending"));
        foreach (var worker in manifest.Workers)
        {
            text.WriteLine($"  {worker}");
        }

        foreach (var item in manifest.Items)
        {
            if (all || item.Status is ItemStatus.Failed or ItemStatus.InProgress)
            {
                text.WriteLine(OneLine.Of(Line(item)));
            }
        }
    }

    private static string Line(ItemState item) => item.Status switch
    {
        ItemStatus.Failed when item.Error is { } error => $"failed       {item.Name}: {error.Message} [{error.Code}]",
        ItemStatus.InProgress => $"in progress  {item.Name} ({item.ClaimedBy})",
        ItemStatus.Completed => $"completed    {item.Name}",
        var status => $"{ManifestJson.NameOf(status),-11}  {item.Name}",
    };
}
