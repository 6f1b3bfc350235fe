using System.Globalization;
using FastMd.Engine.Resources;

namespace FastMd.Engine.Health;

/// <summary>How many processors there are to convert with.</summary>
internal static class ProcessorCheck
{
    public static HealthRow Row(MachineLimits limits) => new("Processors", Advice(limits) is null ? HealthStatus.Ok : HealthStatus.Warning, Found(limits), Advice(limits));

    private static string Found(MachineLimits limits)
    {
        var machine = limits.OnlineProcessors is { } online && online != limits.Processors ? $", {online} in the machine" : "";
        var quota = limits.CpuQuota is { } granted
            ? string.Create(CultureInfo.InvariantCulture, $", the control group grants the time of {granted:0.##}")
            : "";
        return string.Create(CultureInfo.InvariantCulture, $"{limits.Processors} usable{machine}{quota}");
    }

    private static string? Advice(MachineLimits limits) => limits.CpuQuota switch
    {
        < 1 => "Less than one processor's time is granted, so even one worker stands still at times: raise the quota (docker run --cpus, "
            + "resources.limits.cpu in Kubernetes).",
        { } quota when limits.Processors > Math.Ceiling(quota) => string.Create(
            CultureInfo.InvariantCulture,
            $"More workers would run than the quota feeds: unset DOTNET_PROCESSOR_COUNT, or set workers to {Math.Ceiling(quota)}."),
        _ => null,
    };
}
