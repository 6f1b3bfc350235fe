using NATS.Client.Core;

namespace FastMd.Engine.Coordination.Nats;

/// <summary>
/// How a process proves who it is to the broker: by the environment variables of the NATS command-line tool, so that nothing secret stands on a command
/// line or in a log.
/// </summary>
internal static class NatsCredentials
{
    /// <summary>Checks the address of a broker.</summary>
    /// <param name="url">The address as it was typed.</param>
    /// <param name="refusal">What is wrong with it, in words that end a sentence; null where nothing is.</param>
    /// <returns>Whether it can be used.</returns>
    public static bool TryRead(string url, out string? refusal)
    {
        refusal = !Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("nats" or "tls") || address.Host.Length == 0
                ? "the address of a NATS server is needed, such as nats://host:4222"
            : address.UserInfo.Length > 0
                ? "a user or a password in the address would show in lists of processes: set NATS_USER and NATS_PASSWORD, NATS_TOKEN or NATS_CREDS instead"
            : null;
        return refusal is null;
    }

    /// <summary>Adds to options what the environment says.</summary>
    /// <param name="options">Options with the address.</param>
    /// <param name="variable">Looks up an environment variable.</param>
    public static NatsOpts AddTo(NatsOpts options, Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(variable);
        string? Value(string name) => variable(name) is { Length: > 0 } value ? value : null;
        return options with
        {
            AuthOpts = NatsAuthOpts.Default with
            {
                CredsFile = Value("NATS_CREDS"),
                NKeyFile = Value("NATS_NKEY"),
                Token = Value("NATS_TOKEN"),
                Username = Value("NATS_USER"),
                Password = Value("NATS_PASSWORD"),
            },
            TlsOpts = NatsTlsOpts.Default with
            {
                CaFile = Value("NATS_CA"),
                CertFile = Value("NATS_CERT"),
                KeyFile = Value("NATS_KEY"),
            },
        };
    }
}
