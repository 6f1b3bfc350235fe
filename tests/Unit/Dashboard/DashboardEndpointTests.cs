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

    [Fact]
    public void A_request_has_to_name_the_address_it_came_to()
    {
        var endpoint = new DashboardEndpoint(IPAddress.Loopback, 8080);

        Assert.True(endpoint.IsHost("127.0.0.1:8080"));
        Assert.False(endpoint.IsHost("127.0.0.1:8081"));
        Assert.False(endpoint.IsHost("evil.example:8080"));
        Assert.False(endpoint.IsHost(null));
    }
}
