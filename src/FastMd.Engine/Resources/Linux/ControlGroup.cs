namespace FastMd.Engine.Resources.Linux;

/// <summary>The control group this process is in, as far as one controller is concerned.</summary>
/// <param name="IsUnified">Whether it belongs to the one hierarchy of version 2, rather than to one of version 1.</param>
/// <param name="Folders">Its folder and those of the groups around it, innermost first. Each may set a limit, and all hold.</param>
internal sealed record ControlGroup(bool IsUnified, IReadOnlyList<string> Folders)
{
    /// <summary>Finds it: in the controller's own hierarchy of version 1 where there is one, else in version 2.</summary>
    /// <param name="files">The kernel's files.</param>
    /// <param name="controller">Name of the controller, such as <c>memory</c>.</param>
    public static ControlGroup? Find(SystemFiles files, string controller)
    {
        var mounts = Mount.All(files);
        var memberships = Memberships(files);
        var own = memberships.Find(membership => membership.Controllers.Contains(controller));
        if (FoldersOf(own?.Path, mounts.Where(mount => mount.Type == "cgroup" && mount.Options.Contains(controller))) is { } folders)
        {
            return new(false, folders);
        }

        var unified = memberships.Find(membership => membership.Controllers is [""]);
        return FoldersOf(unified?.Path, mounts.Where(mount => mount.Type == "cgroup2")) is { } all ? new(true, all) : null;
    }

    /// <summary>Lines such as <c>4:memory:/a/b</c> and, for version 2, <c>0::/a/b</c>.</summary>
    private static List<Membership> Memberships(SystemFiles files)
        => [.. (files.Text("/proc/self/cgroup") ?? "")
            .Split('\n')
            .Select(line => line.Split(':', 3))
            .Where(fields => fields.Length == 3)
            .Select(fields => new Membership(fields[1].Split(','), fields[2]))];

    private static List<string>? FoldersOf(string? group, IEnumerable<Mount> mounts)
    {
        if (group is null || mounts.ToList() is not { Count: > 0 } candidates)
        {
            return null;
        }

        // Where a container shows only its own part of the tree, the mount itself is the process's group.
        var mount = candidates.Find(candidate => candidate.Shows(group)) ?? candidates[0];
        var below = mount.Shows(group) ? group[mount.Root.TrimEnd('/').Length..].TrimEnd('/') : "";
        var folders = new List<string>();
        for (; below.Length > 0; below = below[..below.LastIndexOf('/')])
        {
            folders.Add(mount.Point + below);
        }

        folders.Add(mount.Point);
        return folders;
    }

    private sealed record Membership(string[] Controllers, string Path);
}
