using System.Diagnostics;
using System.Globalization;

namespace FastMd.Cluster.Bench.Network;

/// <summary>
/// Hosts on a bridge. Another process takes them down, with all that runs in them, as soon as this one lets go of a pipe: it does so in the end,
/// and whatever ends it.
/// </summary>
internal sealed class Hosts : IDisposable
{
    private const string Guard = """
        trap '' INT TERM HUP
        cat > /dev/null
        for name in $(ip netns list | cut -d ' ' -f 1); do
          case $name in
            "$1"-*)
              pids=$(ip netns pids "$name")
              [ -z "$pids" ] || kill -KILL $pids 2> /dev/null
              ip netns delete "$name"
              ;;
          esac
        done
        for link in $(ip -o link show master "$1" 2> /dev/null | cut -d ' ' -f 2 | cut -d @ -f 1); do
          ip link delete "$link" 2> /dev/null
        done
        ip link delete "$1" 2> /dev/null
        [ -z "$2" ] || rm -rf -- "$2"
        """;

    private const int LastByteOfBridge = 254;

    private readonly string _name = string.Create(CultureInfo.InvariantCulture, $"fmc{Environment.ProcessId}");
    private readonly string _network = string.Create(CultureInfo.InvariantCulture, $"10.{64 + (Environment.ProcessId / 250 % 128)}.{Environment.ProcessId % 250}");
    private readonly Process _guard;
    private int _hosts;

    /// <param name="folder">A folder that goes with the hosts; nothing where none does.</param>
    public Hosts(string folder)
    {
        _guard = Process.Start(new ProcessStartInfo("bash", ["-c", Guard, "guard", _name, folder]) { RedirectStandardInput = true })!;
        Address = $"{_network}.{LastByteOfBridge}";
        try
        {
            Ip("link", "add", _name, "type", "bridge");
            Ip("address", "add", $"{Address}/24", "dev", _name);
            Ip("link", "set", _name, "up");
        }
        catch (Refusal)
        {
            Dispose();
            throw;
        }
    }

    /// <summary>This machine's own address on the bridge.</summary>
    public string Address { get; }

    /// <summary>An address on the bridge that no host has.</summary>
    public string Nobody => $"{_network}.{LastByteOfBridge - 1}";

    public Host Add()
    {
        var number = ++_hosts;
        var name = $"{_name}-{number}";
        var link = $"{_name}h{number}";
        var address = $"{_network}.{number}";
        Ip("netns", "add", name);
        Ip("link", "add", link, "type", "veth", "peer", "name", "eth0", "netns", name);
        Ip("link", "set", link, "master", _name, "up");
        Ip("-n", name, "link", "set", "lo", "up");
        Ip("-n", name, "address", "add", $"{address}/24", "dev", "eth0");
        Ip("-n", name, "link", "set", "eth0", "up");
        Ip("-n", name, "route", "add", "default", "via", Address);
        return new(name, address, link);
    }

    /// <summary>The state of all links of hosts.</summary>
    public string Describe() => Ip("-brief", "link", "show", "master", _name);

    public void Dispose()
    {
        _guard.StandardInput.Close();
        _guard.WaitForExit();
        _guard.Dispose();
    }

    public static string Ip(params IReadOnlyList<string> arguments) => new Command("ip", arguments).Run();
}
