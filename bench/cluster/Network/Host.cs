namespace FastMd.Cluster.Bench.Network;

/// <summary>A host: a network namespace with one link to the bridge.</summary>
/// <param name="Name">The namespace.</param>
/// <param name="Address">Its address.</param>
/// <param name="Link">The bridge's end of the link.</param>
internal sealed record Host(string Name, string Address, string Link)
{
    /// <summary>The command on this host; it becomes the process that is started, not a child of it.</summary>
    public Command Command(Command command)
        => new("ip", ["netns", "exec", Name, command.Program, .. command.Arguments]) { Environment = command.Environment };

    /// <summary>Pulls the cable: nothing gets through, and nobody is told.</summary>
    public void Cut() => Hosts.Ip("link", "set", Link, "down");

    public void Mend() => Hosts.Ip("link", "set", Link, "up");
}
