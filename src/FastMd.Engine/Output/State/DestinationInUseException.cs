namespace FastMd.Engine.Output.State;

/// <summary>Another run is writing to the destination.</summary>
public sealed class DestinationInUseException : Exception
{
    internal DestinationInUseException(string destination, string? owner)
        : base($"Another run is writing to '{destination}'{(owner is null ? "" : $": {owner}")}. Wait for it to end, or choose another destination.")
    {
    }
}
