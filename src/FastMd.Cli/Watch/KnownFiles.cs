using FastMd.Engine.Documents;
using FastMd.Engine.Output.State;

namespace FastMd.Cli.Watch;

/// <summary>What the documents of a destination were made from and refer to, as the last run recorded it. Loaded on first use, and again when it changed.</summary>
/// <param name="destination">Absolute path of the destination.</param>
internal sealed class KnownFiles(string destination)
{
    private readonly object _gate = new();
    private readonly string _state = Path.Combine(destination, ".fastmd", "state");
    private FileStamp? _read;
    private HashSet<string> _paths = [];

    /// <summary>Whether a path is one of them, or a folder that holds one.</summary>
    public bool Include(string path)
    {
        lock (_gate)
        {
            if (FileStamp.Of(_state) is { } stamp && stamp != _read)
            {
                (_paths, _read) = (Read(), stamp);
            }

            return _paths.Contains(path) || _paths.Any(known => known.StartsWith(path + Path.DirectorySeparatorChar, StringComparison.Ordinal));
        }
    }

    private HashSet<string> Read()
    {
        try
        {
            using var state = BuildState.Peek(destination, new(default, default, default), static (_, _) => PathKind.Nothing, trusts: true);
            return [.. state.Outputs.SelectMany(static output => output.Facts().LookedUp.Select(static target => target.Path).Append(output.Source))];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
