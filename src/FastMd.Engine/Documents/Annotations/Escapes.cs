namespace FastMd.Engine.Documents.Annotations;

/// <summary>What an agent's syntax writes for characters that mean something to it; the escape character itself comes first.</summary>
internal sealed class Escapes(params (string From, string To)[] pairs)
{
    public string In(string text)
        => pairs.Aggregate(text, static (current, pair) => current.Replace(pair.From, pair.To, StringComparison.Ordinal));
}
