namespace FastMd.Engine.Components;

/// <summary>What a component becomes, and which of its properties say what.</summary>
/// <param name="Kind">What it becomes.</param>
internal sealed record ComponentRule(ComponentKind Kind)
{
    /// <summary>Properties that hold its title, the first that is given goes.</summary>
    public IReadOnlyList<string> Title { get; init; } = [];

    /// <summary>Property that holds the titles of what is in it, in order; null where each has its own.</summary>
    public string? Titles { get; init; }

    /// <summary>Properties that hold where it leads.</summary>
    public IReadOnlyList<string> Link { get; init; } = [];

    /// <summary>Property that holds what its content is, where it has none between its tags.</summary>
    public string? Text { get; init; }

    /// <summary>The kind of alert, or the property that names it.</summary>
    public string? Tone { get; init; }

    /// <summary>Properties that hold the name of a field.</summary>
    public IReadOnlyList<string> Name { get; init; } = [];

    /// <summary>Property that holds the path of the file that is included.</summary>
    public string? Source { get; init; }

    /// <summary>Property that, where it is given, has details be open from the beginning.</summary>
    public string? Open { get; init; }
}
