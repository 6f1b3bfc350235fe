namespace FastMd.Engine.JavaScript.Scopes;

/// <summary>The private names of a class: those declared in it, and those used in it.</summary>
internal sealed class PrivateNames
{
    private readonly Dictionary<string, string> _declared = new(StringComparer.Ordinal);

    public List<(string Name, int Offset)> Used { get; } = [];

    /// <summary>Declares a name; false if it is declared already. A getter and a setter may share one.</summary>
    /// <param name="name">The name, without its number sign.</param>
    /// <param name="accessor"><c>get</c> or <c>set</c>; null of what is no accessor.</param>
    /// <param name="isStatic">Whether it belongs to the class itself.</param>
    public bool Declare(string name, string? accessor, bool isStatic)
    {
        var what = accessor is null ? "" : (isStatic ? "static " : "") + accessor;
        if (_declared.TryAdd(name, what))
        {
            return true;
        }

        var other = accessor == "get" ? what.Replace("get", "set", StringComparison.Ordinal) : what.Replace("set", "get", StringComparison.Ordinal);
        if (accessor is null || _declared[name] != other)
        {
            return false;
        }

        _declared[name] = "";
        return true;
    }

    public bool IsDeclared(string name) => _declared.ContainsKey(name);
}
