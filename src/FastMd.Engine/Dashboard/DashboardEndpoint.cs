using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace FastMd.Engine.Dashboard;

/// <summary>Where a dashboard listens.</summary>
/// <param name="Address">Address of the network interface; the loopback interface where nobody says otherwise.</param>
/// <param name="Port">Port; 0 for one that is free.</param>
internal sealed record DashboardEndpoint(IPAddress Address, int Port)
{
    /// <summary>What says that any free port will do.</summary>
    public const string Auto = "auto";

    /// <summary>A free port of the loopback interface, which only this machine reaches.</summary>
    public static DashboardEndpoint Default { get; } = new(IPAddress.Loopback, 0);

    private bool IsAny => Address.Equals(IPAddress.Any) || Address.Equals(IPAddress.IPv6Any);

    /// <summary>Reads <c>auto</c>, <c>PORT</c> or <c>ADDRESS:PORT</c>, such as <c>8080</c>, <c>0.0.0.0:8080</c> or <c>[::1]:8080</c>.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out DashboardEndpoint? endpoint)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text == Auto)
        {
            endpoint = Default;
            return true;
        }

        var end = text.LastIndexOf(':');
        endpoint = int.TryParse(text.AsSpan(end + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= IPEndPoint.MaxPort
            ? end < 0 ? Default with { Port = port }
                : IPAddress.TryParse(text.AsSpan(0, end), out var address) && (address.AddressFamily == AddressFamily.InterNetwork || text[0] == '[') ? new(address, port)
                : null
            : null;
        return endpoint is not null;
    }

    /// <summary>The same with a port that was free just now, where it names none.</summary>
    /// <exception cref="SocketException">The machine has no such address.</exception>
    public DashboardEndpoint WithPort()
    {
        if (Port != 0)
        {
            return this;
        }

        using var probe = new Socket(Address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        probe.Bind(new IPEndPoint(Address, 0));
        return this with { Port = ((IPEndPoint)probe.LocalEndPoint!).Port };
    }

    /// <summary>What the listener of the runtime calls it.</summary>
    public string Prefix => $"http://{(IsAny ? "+" : Host)}:{Port.ToString(CultureInfo.InvariantCulture)}/";

    /// <summary>Address of something that it serves, for people.</summary>
    /// <param name="path">Its path, without the slash that it begins with.</param>
    public Uri AddressOf(string path) => new($"http://{(IsAny ? Dns.GetHostName() : Host)}:{Port.ToString(CultureInfo.InvariantCulture)}/{path}");

    /// <summary>Whether a request that names this host can be meant for it: a page of another site that was made to look like one of this address names another.</summary>
    public bool IsHost(string? host) => IsAny || string.Equals(host, $"{Host}:{Port.ToString(CultureInfo.InvariantCulture)}", StringComparison.OrdinalIgnoreCase);

    private string Host => Address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{Address}]" : Address.ToString();
}
