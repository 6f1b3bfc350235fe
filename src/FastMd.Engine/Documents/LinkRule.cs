namespace FastMd.Engine.Documents;

/// <summary>
/// Decides which files and folders that a link leads to belong to a tree. Somebody who builds the documents of others also publishes what those link
/// to, so by default the target must lie where these authors may put files of their own. Not thread-safe.
/// </summary>
internal sealed class LinkRule
{
    private readonly FollowLinks _follow;
    private readonly string _basePath;
    private readonly string[] _realBases;
    private readonly Dictionary<string, string> _realFolders = new(PathRules.Comparer);

    /// <summary>The rule of a tree.</summary>
    /// <param name="follow">Which links are followed.</param>
    /// <param name="basePath">Absolute path that its documents are seen from.</param>
    /// <param name="root">Absolute path of the folder that is searched, where that is not the base path.</param>
    public LinkRule(FollowLinks follow, string basePath, string? root = null)
    {
        _follow = follow;
        _basePath = basePath;
        _realBases = root is null ? [RealPath.Of(basePath)] : [RealPath.Of(basePath), RealPath.Of(root)];
    }

    /// <summary>What there is to say of a file that was found by a pattern or in a listing, where it is not taken; null where it is.</summary>
    /// <param name="path">Absolute path of the file, or of a link to one.</param>
    public Diagnostic? Refuse(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var place = Path.Combine(RealFolder(Path.GetDirectoryName(path)!), Path.GetFileName(path));
        var real = LinuxFileStatus.KindOf(path, follow: false) == EntryKind.File ? place : RealPath.Of(place);
        var expected = Path.GetFullPath(Path.GetRelativePath(_basePath, path), _realBases[0]);
        return Against(real, isLink: !PathRules.Comparer.Equals(real, expected)) is { } reason ? NotFollowed(reason)
            : PathKinds.IsSpecial(path) ? NotOrdinary(DiagnosticSeverity.Warning)
            : null;
    }

    /// <summary>What there is to say of a file that is named, where it cannot be one to convert; null where it can. To name a link is to mean it.</summary>
    /// <param name="path">Absolute path of the file.</param>
    internal static Diagnostic? RefuseNamed(string path)
        => SystemFolders.Contains(path) || PathKinds.IsSpecial(path) || (IsLink(path) && SystemFolders.Contains(RealPath.Of(path)))
            ? NotOrdinary(DiagnosticSeverity.Error)
            : null;

    /// <summary>Why what is at a path is not taken, in words that end a sentence; null where it is.</summary>
    /// <param name="real">Absolute path without links.</param>
    /// <param name="isLink">Whether it was reached by a link.</param>
    internal string? Against(string real, bool isLink)
        => SystemFolders.Contains(real) ? $"it is '{real}', where the system shows itself and keeps no files; remove it."
            : !isLink || _follow == FollowLinks.All ? null
            : _follow == FollowLinks.None ? $"a link makes it '{real}', and links are not followed here; put the file itself there, or allow links with --follow-links or -FollowLink."
            : !_realBases.Any(folder => PathRules.IsWithin(real, folder)) ? $"a link makes it '{real}', outside the base path '{_basePath}'; put the file itself there, name a base path above both, or follow all links with --follow-links all or -FollowLink All."
            : _realBases.Any(folder => PathRules.IsWithin(real, folder) && ReservedFolders.Contains(Path.GetRelativePath(folder, real))) ? $"a link makes it '{real}', in a folder that holds no content; put the file itself there."
            : null;

    /// <summary>What there is to say of what is left out.</summary>
    /// <param name="reason">Why, in words that end a sentence.</param>
    internal static Diagnostic NotFollowed(string reason) => Diagnostic.Warning(DiagnosticCodes.LinkNotFollowed, $"This is left out: {reason}");

    /// <summary>What there is to say of something that is neither a file nor a folder.</summary>
    internal static Diagnostic NotOrdinary(DiagnosticSeverity severity) => new(
        severity,
        DiagnosticCodes.NotAnOrdinaryFile,
        severity == DiagnosticSeverity.Error
            ? "It is a pipe, a socket or a device, or lies where the system shows itself: name an ordinary file, or pipe text in with '-'."
            : "This is left out: it is a pipe, a socket or a device; remove it, or leave it out with --exclude or -Exclude.");

    private string RealFolder(string folder)
    {
        if (!_realFolders.TryGetValue(folder, out var real))
        {
            _realFolders.Add(folder, real = RealPath.Of(folder));
        }

        return real;
    }

    private static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;
}

/// <summary>Which symbolic links, junctions among them, lead to documents and to files that go along.</summary>
public enum FollowLinks
{
    /// <summary>Those that lead to places under the base path.</summary>
    Inside,

    /// <summary>All of them.</summary>
    All,

    /// <summary>None.</summary>
    None,
}
