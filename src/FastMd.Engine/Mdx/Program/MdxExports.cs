namespace FastMd.Engine.Mdx.Program;

/// <summary>What a document exports besides what it says itself: names, and their values as JSON.</summary>
internal sealed class MdxExports
{
    private readonly List<(string Name, string Json)> _values = [];

    public IEnumerable<string> Names => _values.Select(static value => value.Name);

    public void Add(string name, string json) => _values.Add((name, json));

    public void WriteTo(ScriptText script, bool isFunctionBody)
    {
        foreach (var (name, json) in _values)
        {
            script.Append(isFunctionBody ? "const " : "export const ").Append(name).Append(" = ");
            if (json.Contains("__proto__", StringComparison.Ordinal))
            {
                // In JavaScript, not in JSON, this key means something else than a key.
                script.Append("JSON.parse(").AppendString(json).Append(')');
            }
            else
            {
                script.Append(json);
            }

            script.Append(";\n");
        }
    }
}
