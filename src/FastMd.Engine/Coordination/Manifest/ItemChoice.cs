using FastMd.Engine.Documents;

namespace FastMd.Engine.Coordination.Manifest;

/// <summary>Which documents of a job are meant.</summary>
internal static class ItemChoice
{
    /// <summary>Those of names or patterns; those that failed where none is given.</summary>
    public static Func<ItemState, bool> Of(IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (names.Count == 0)
        {
            return static item => item.Status == ItemStatus.Failed;
        }

        var globs = names.Select(static name => new Glob(name)).ToArray();
        return item => names.Contains(item.Name) || Array.Exists(globs, glob => glob.Matches(item.Name));
    }
}
