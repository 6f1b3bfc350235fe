namespace FastMd.Engine.Safety;

/// <summary>The elements that are open, the innermost last. To ask for one takes the same time however many there are.</summary>
internal sealed class OpenElements
{
    private readonly Stack<string> _names = new();
    private readonly Dictionary<string, int> _counts = [];

    public bool Has(string name) => _counts.GetValueOrDefault(name) > 0;

    public void Push(string name)
    {
        _names.Push(name);
        _counts[name] = _counts.GetValueOrDefault(name) + 1;
    }

    /// <summary>Takes the innermost off; null where there is none.</summary>
    public string? Pop()
    {
        if (_names.TryPop(out var name))
        {
            _counts[name]--;
        }

        return name;
    }
}
