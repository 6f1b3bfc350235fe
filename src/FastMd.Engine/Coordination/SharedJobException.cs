namespace FastMd.Engine.Coordination;

/// <summary>A process cannot take part, or no longer, in a job that it shares with others. Says why, and what to do.</summary>
public sealed class SharedJobException : Exception
{
    internal SharedJobException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
