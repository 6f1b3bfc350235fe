namespace FastMd.Cli.Telemetry;

/// <summary>Addresses of a collector.</summary>
internal static class Collector
{
    /// <summary>Where one signal goes: its path is appended to the base's own, as the protocol's specification says.</summary>
    public static Uri Address(Uri endpoint, string signal)
    {
        var address = new UriBuilder(endpoint);
        address.Path = address.Path.TrimEnd('/') + "/v1/" + signal;
        return address.Uri;
    }

    /// <summary>An address as messages may have it: without names, passwords and keys.</summary>
    public static string Name(Uri address)
        => address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
}
