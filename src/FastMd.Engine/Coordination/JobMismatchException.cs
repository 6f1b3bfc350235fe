namespace FastMd.Engine.Coordination;

/// <summary>The job that other processes have in progress is another one than this process would take part in.</summary>
public sealed class JobMismatchException : Exception
{
    internal JobMismatchException(string message)
        : base(message)
    {
    }
}
