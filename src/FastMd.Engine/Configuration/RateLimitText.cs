using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace FastMd.Engine.Configuration;

/// <summary>How often something outside may be called.</summary>
internal sealed class RateLimitText : SettingType<RateLimit>
{
    public override string Allowed => "none, free, paid, or a number of calls a second, a minute or an hour, such as 10/min";

    public override bool TryParse(string text, [MaybeNullWhen(false)] out RateLimit value) => (value = RateLimit.Parse(text)) is not null;

    public override bool TryRead(JsonElement json, [MaybeNullWhen(false)] out RateLimit value)
    {
        value = null;
        return json.ValueKind == JsonValueKind.String && TryParse(json.GetString()!, out value);
    }

    public override string Format(RateLimit value) => value.ToString();

    public override void WriteSchema(Utf8JsonWriter json)
    {
        json.WriteString("type", "string");
        json.WriteString("pattern", "^(none|free|paid|[1-9][0-9]*/(s|min|h))$");
    }
}
