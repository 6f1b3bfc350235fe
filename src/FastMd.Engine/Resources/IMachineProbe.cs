namespace FastMd.Engine.Resources;

/// <summary>Looks at the machine.</summary>
internal interface IMachineProbe
{
    /// <summary>What this process may use.</summary>
    MachineLimits Limits { get; }

    /// <summary>
    /// How hard pressed the machine is. Never throws. Shares of time run from one reading to the next, so a probe has one reader.
    /// </summary>
    PressureReading Read();
}
