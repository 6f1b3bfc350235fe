using FastMd.Engine.Mdx.JavaScript.Parsing;

namespace FastMd.Engine.Mdx.Program;

/// <summary>Names with dots between them, as a member expression.</summary>
internal static class MemberPath
{
    public static void Write(ScriptText script, string path)
    {
        var isFirst = true;
        foreach (var range in path.AsSpan().Split('.'))
        {
            var part = path.AsSpan(range);
            if (!isFirst && !Identifiers.IsName(part))
            {
                script.Append('[').AppendString(part).Append(']');
            }
            else
            {
                script.Append(isFirst ? "" : ".").Append(part);
            }

            isFirst = false;
        }
    }
}
