namespace FastMd.Cluster.Bench.Processes;

/// <summary>How a broker differs from one with nothing but JetStream.</summary>
internal sealed record BrokerSettings
{
    public bool HasJetStream { get; init; } = true;

    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>Bytes that its store may take.</summary>
    public long? Room { get; init; }

    public string ToConfiguration(string address, int port, int monitor, string store)
        => $$"""
            listen: "{{address}}:{{port}}"
            http: "{{address}}:{{monitor}}"
            {{(HasJetStream ? $"jetstream {{ store_dir: \"{store}\"{(Room is { } room ? $", max_file_store: {room}" : "")} }}" : "")}}
            {{(User is null ? "" : $"authorization {{ user: \"{User}\", password: \"{Password}\" }}")}}
            """;
}
