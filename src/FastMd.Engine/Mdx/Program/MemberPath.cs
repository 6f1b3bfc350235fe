using FastMd.Engine.JavaScript.Tokens;

namespace FastMd.Engine.Mdx.Program;

/// <summary>Names with dots between them, as a member expression.</summary>
internal static class MemberPath
{
    public static void Write(ScriptText script, string path)
    {
        var rest = path.AsSpan();
        for (var isFirst = true; !rest.IsEmpty; isFirst = false)
        {
            var dot = rest.IndexOf('.');
            var part = dot < 0 ? rest : rest[..dot];
            rest = dot < 0 ? [] : rest[(dot + 1)..];
            if (!isFirst && !Identifiers.IsName(part))
            {
                script.Append('[').AppendString(part).Append(']');
            }
            else
            {
                script.Append(isFirst ? "" : ".").Append(part);
            }
        }
    }
}
