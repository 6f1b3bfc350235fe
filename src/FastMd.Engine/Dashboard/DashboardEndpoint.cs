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

    private const int HttpPort = 80;

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

    /// <summary>The same.</summary>
    /// <exception cref="FormatException">It is none of these.</exception>
    public static DashboardEndpoint Parse(string text) => TryParse(text, out var endpoint)
        ? endpoint
        : throw new FormatException($"'{text}' is neither auto, nor a port, such as 8080, nor an address and a port, such as 0.0.0.0:8080.");

    /// <summary>Address of something that it serves, for people.</summary>
    /// <param name="path">Its path, without the slash that it begins with.</param>
    public Uri AddressOf(string path) => new($"http://{(IsAny ? Dns.GetHostName() : Host)}:{Port.ToString(CultureInfo.InvariantCulture)}/{path}");

    /// <summary>Whether a request that names this host can be meant for it: a page of another site that was made to look like one of this address names another.</summary>
    public bool IsHost(string? host)
    {
        // The port may be left out where it is that of HTTP.
        var named = host is null ? null : host.EndsWith(PortPart, StringComparison.Ordinal) ? host[..^PortPart.Length] : Port == HttpPort ? host : null;
        return named is not null && (!IsLoopback || IsLoopbackName(named));
    }

    private bool IsLoopback => IPAddress.IsLoopback(Address);

    private string PortPart => ":" + Port.ToString(CultureInfo.InvariantCulture);

    private string Host => Address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{Address}]" : Address.ToString();

    private static bool IsLoopbackName(string host)
        => host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
