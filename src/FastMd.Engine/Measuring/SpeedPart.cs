namespace FastMd.Engine.Measuring;

/// <summary>A part of the time that one worker takes.</summary>
/// <param name="Name">What it is spent on.</param>
/// <param name="Time">How long it is.</param>
internal sealed record SpeedPart(string Name, TimeSpan Time);
