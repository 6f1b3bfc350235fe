using FastMd.Engine.Coordination.Nats;
using NATS.Client.Core;

namespace FastMd.Tests.Unit.Coordination.Nats;

public class NatsCredentialsTests
{
    [Theory]
    [InlineData("nats://localhost:4222")]
    [InlineData("tls://broker.example.org")]
    public void Addresses_of_servers_are_taken(string url) => Assert.True(NatsCredentials.TryRead(url, out _));

    [Theory]
    [InlineData("localhost:4222", "nats://host:4222")]
    [InlineData("http://localhost", "nats://host:4222")]
    [InlineData("", "nats://host:4222")]
    [InlineData("nats://user:secret@localhost:4222", "NATS_USER")]
    [InlineData("nats://token@localhost:4222", "NATS_TOKEN")]
    public void Other_addresses_and_those_with_a_secret_are_refused_without_repeating_it(string url, string advice)
    {
        Assert.False(NatsCredentials.TryRead(url, out var refusal));
        Assert.Contains(advice, refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void The_environment_says_who_this_process_is()
    {
        var variables = new Dictionary<string, string?>
        {
            ["NATS_CREDS"] = "/c.creds",
            ["NATS_NKEY"] = "/n.nk",
            ["NATS_TOKEN"] = "t",
            ["NATS_USER"] = "u",
            ["NATS_PASSWORD"] = "p",
            ["NATS_CA"] = "/ca.pem",
            ["NATS_CERT"] = "/cert.pem",
            ["NATS_KEY"] = "/key.pem",
        };

        var options = NatsCredentials.AddTo(NatsOpts.Default, variables.GetValueOrDefault);

        Assert.Equal(("/c.creds", "/n.nk", "t", "u", "p"), (options.AuthOpts.CredsFile, options.AuthOpts.NKeyFile, options.AuthOpts.Token, options.AuthOpts.Username, options.AuthOpts.Password));
        Assert.Equal(("/ca.pem", "/cert.pem", "/key.pem"), (options.TlsOpts.CaFile, options.TlsOpts.CertFile, options.TlsOpts.KeyFile));
        Assert.True(NatsCredentials.AddTo(NatsOpts.Default, static _ => "").AuthOpts.IsAnonymous);
    }
}
