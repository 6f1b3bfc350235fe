namespace FastMd.Engine.Resources;

/// <summary>Looks at the machine.</summary>
public interface IMachineProbe
{
    /// <summary>What the process may use of it.</summary>
    MachineLimits Limits { get; }

    /// <summary>How busy it is now, and was since the reading before.</summary>
    PressureReading Read();
}
