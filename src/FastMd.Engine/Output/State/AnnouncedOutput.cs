namespace FastMd.Engine.Output.State;

/// <summary>An output that is about to be written.</summary>
internal sealed class AnnouncedOutput
{
    private readonly BuildState _state;
    private readonly string _output;

    internal AnnouncedOutput(BuildState state, string output)
    {
        _state = state;
        _output = output;
    }

    /// <summary>It was written.</summary>
    public void Confirm() => _state.Confirm(_output);
}
