using FastMd.Engine.Configuration;

namespace FastMd.Engine.Jobs.Alerts;

/// <summary>What is worth an alert; zero where nothing is.</summary>
public sealed record AlertThresholds
{
    /// <summary>Share of documents that fail, 0 to 1.</summary>
    public double ErrorShare { get; init; }

    /// <summary>Time that the slowest hundredth of documents takes.</summary>
    public TimeSpan SlowestHundredth { get; init; }

    /// <summary>Bytes of the process and its worker processes in memory.</summary>
    public long ResidentBytes { get; init; }

    /// <summary>Time without a document done while some wait.</summary>
    public TimeSpan Stall { get; init; }

    /// <summary>Whether nothing is.</summary>
    internal bool AreNone
        => ErrorShare <= 0 && SlowestHundredth <= TimeSpan.Zero && ResidentBytes <= 0 && Stall <= TimeSpan.Zero;

    internal static AlertThresholds From(SettingsResolver settings) => new()
    {
        ErrorShare = settings.Get(SettingsTable.AlertErrorPercent) / 100,
        SlowestHundredth = TimeSpan.FromMilliseconds(settings.Get(SettingsTable.AlertSlowestMs)),
        ResidentBytes = settings.Get(SettingsTable.AlertMemoryMB) * 1024L * 1024,
        Stall = TimeSpan.FromSeconds(settings.Get(SettingsTable.AlertStallSeconds)),
    };
}
