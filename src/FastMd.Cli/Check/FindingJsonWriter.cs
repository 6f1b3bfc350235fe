using FastMd.Cli.Diagnostics;
using FastMd.Engine.Documents;

namespace FastMd.Cli.Check;

/// <summary>One JSON object a finding.</summary>
internal sealed class FindingJsonWriter(Stream output)
{
    public void Write(string path, Diagnostic diagnostic)
    {
        using (var json = DiagnosticJson.Writer(output))
        {
            json.WriteStartObject();
            json.WriteString("source", path);
            DiagnosticJson.WriteMembers(json, diagnostic);
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
        output.Flush();
    }
}
