namespace FastMd.Engine.Workers.Launching;

/// <summary>What a worker process is started from.</summary>
/// <param name="Path">Absolute path of the executable.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="IsNative">Whether it is compiled natively.</param>
internal sealed record WorkerProgram(string Path, IReadOnlyList<string> Arguments, bool IsNative)
{
    /// <summary>The command that makes the executable a worker.</summary>
    public const string Command = "worker";

    /// <summary>The option that names the process that started it.</summary>
    public const string ParentOption = "--parent";

    /// <summary>The option that names the processors that it may use.</summary>
    public const string ProcessorsOption = "--processors";
}
