using System.Net;
using FastMd.Engine.Dashboard;

namespace FastMd.Tests.Unit.Dashboard;

public class DashboardEndpointTests
{
    [Theory]
    [InlineData("auto", "127.0.0.1", 0)]
    [InlineData("0", "127.0.0.1", 0)]
    [InlineData("8080", "127.0.0.1", 8080)]
    [InlineData("0.0.0.0:8080", "0.0.0.0", 8080)]
    [InlineData("192.168.0.7:0", "192.168.0.7", 0)]
    [InlineData("[::1]:8080", "::1", 8080)]
    public void A_port_is_one_of_this_machine_only_unless_an_address_says_otherwise(string text, string address, int port)
    {
        Assert.True(DashboardEndpoint.TryParse(text, out var endpoint));
        Assert.Equal((IPAddress.Parse(address), port), (endpoint.Address, endpoint.Port));
    }

    [Theory]
    [InlineData("")]
    [InlineData("docs")]
    [InlineData("-1")]
    [InlineData("65536")]
    [InlineData("80 ")]
    [InlineData("localhost:8080")]
    [InlineData("::1:8080")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:")]
    [InlineData(":8080")]
    [InlineData("./8080")]
    public void What_is_no_port_is_none(string text) => Assert.False(DashboardEndpoint.TryParse(text, out _));

    [Theory]
    [InlineData("8080", "127.0.0.1:8080", true)]
    [InlineData("8080", "localhost:8080", true)]
    [InlineData("8080", "[::1]:8080", true)]
    [InlineData("8080", "127.0.0.1:8081", false)]
    [InlineData("8080", "127.0.0.1", false)]
    [InlineData("8080", "evil.example:8080", false)]
    [InlineData("8080", "127.0.0.1.evil.example:8080", false)]
    [InlineData("8080", "127.0.0.1:8080,evil.example:8080", false)]
    [InlineData("8080", null, false)]
    [InlineData("80", "127.0.0.1", true)]
    [InlineData("80", "127.0.0.1:80", true)]
    [InlineData("80", "evil.example", false)]
    [InlineData("0.0.0.0:8080", "build-agent:8080", true)]
    [InlineData("0.0.0.0:8080", "build-agent:8081", false)]
    public void A_request_has_to_name_the_address_it_came_to(string listens, string? host, bool isMeant)
    {
        Assert.True(DashboardEndpoint.TryParse(listens, out var endpoint));
        Assert.Equal(isMeant, endpoint.IsHost(host));
    }
}
