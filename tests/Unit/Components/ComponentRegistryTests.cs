using System.Text.Json;
using FastMd.Engine.Components;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Components;

public class ComponentRegistryTests
{
    [Theory]
    [InlineData("Note", ComponentKind.Alert)]
    [InlineData("Tabs.Tab", ComponentKind.Tab)]
    [InlineData("Snippet", ComponentKind.Include)]
    public void Components_of_known_tools_are_built_in(string name, object kind) => Assert.Equal(kind, ComponentRegistry.Default.Find(name)!.Kind);

    [Fact]
    public void Rules_of_users_go_before_those_that_are_built_in()
    {
        var registry = ComponentRegistry.With("""{ "Note": "drop", "Mine": { "as": "card", "title": ["a", "b"], "link": "c" } }""");

        Assert.Equal(ComponentKind.Drop, registry.Find("Note")!.Kind);
        Assert.Equal(["a", "b"], registry.Find("Mine")!.Title);
        Assert.Equal(["c"], registry.Find("Mine")!.Link);
        Assert.Equal(ComponentKind.Alert, registry.Find("Tip")!.Kind);
        Assert.Null(registry.Find("Other"));
    }

    [Theory]
    [InlineData("[]", "a JSON object is expected")]
    [InlineData("{", "not valid JSON")]
    [InlineData("""{ "A": "nonsense" }""", "'A': 'nonsense' is no kind; there are alert, ")]
    [InlineData("""{ "A": "0" }""", "is no kind")]
    [InlineData("""{ "A": { "title": "b" } }""", "'A': a kind is expected")]
    [InlineData("""{ "A": { "as": "card", "titel": "b" } }""", "'A': there is no 'titel'")]
    [InlineData("""{ "A": { "as": "card", "title": [] } }""", "'A': 'title' is the name of a property")]
    public void What_is_wrong_with_rules_is_said(string json, string message)
        => Assert.Contains(message, Assert.Throws<FormatException>(() => ComponentRegistry.With(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_schema_knows_every_kind_and_every_member()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "docs", "components.schema.json")));
        var kinds = schema.RootElement.GetProperty("$defs").GetProperty("kind").GetProperty("enum").EnumerateArray().Select(kind => kind.GetString()!);
        var members = schema.RootElement.GetProperty("additionalProperties").GetProperty("oneOf")[1].GetProperty("properties").EnumerateObject().Select(member => member.Name);

        Assert.Equal(Enum.GetNames<ComponentKind>().Select(name => name.ToLowerInvariant()).Order(), kinds.Order());
        foreach (var member in members)
        {
            Assert.NotNull(ComponentRegistry.With($$"""{ "A": { "as": "card", "{{member}}": "card" } }""").Find("A"));
        }
    }
}
