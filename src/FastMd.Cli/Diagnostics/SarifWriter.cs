using System.Text.Json;
using FastMd.Engine.Documents;

namespace FastMd.Cli.Diagnostics;

/// <summary>
/// One SARIF 2.1.0 document, written as diagnostics come. What is about no file is a notification of the tool: GitHub refuses results
/// without a location.
/// </summary>
internal sealed class SarifWriter : IDiagnosticWriter
{
    private const string Root = "%SRCROOT%";
    private const int FlushAt = 32 * 1024;

    private static readonly Dictionary<string, int> RuleIndex = Indexes();

    private readonly Utf8JsonWriter _json;
    private readonly string _workingDirectory;
    private readonly List<(string Name, Diagnostic Diagnostic)> _notifications = [];

    public SarifWriter(Stream output, string workingDirectory)
    {
        _json = DiagnosticJson.Writer(output);
        _workingDirectory = workingDirectory;
        Begin();
    }

    public void Write(string path, Diagnostic diagnostic)
    {
        if (!ShownPath.IsFile(path))
        {
            _notifications.Add((path, diagnostic));
            return;
        }

        _json.WriteStartObject();
        _json.WriteString("ruleId", diagnostic.Code);
        if (RuleIndex.TryGetValue(diagnostic.Code, out var index))
        {
            _json.WriteNumber("ruleIndex", index);
        }

        _json.WriteString("level", diagnostic.Kind);
        WriteText("message", diagnostic.Message);
        _json.WriteStartArray("locations");
        _json.WriteStartObject();
        _json.WriteStartObject("physicalLocation");
        WriteArtifact(path);
        WriteRegion(diagnostic);
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
        if (_json.BytesPending >= FlushAt)
        {
            _json.Flush();
        }
    }

    public void Complete(bool ranToItsEnd)
    {
        _json.WriteEndArray();
        WriteInvocation(ranToItsEnd);
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Flush();
    }

    // Disposing the writer would flush half a document.
    public void Dispose()
    {
    }

    private static Dictionary<string, int> Indexes()
    {
        var indexes = new Dictionary<string, int>();
        foreach (var rule in RuleBook.Rules)
        {
            indexes.Add(rule.Id, indexes.Count);
        }

        return indexes;
    }

    private void Begin()
    {
        _json.WriteStartObject();
        _json.WriteString("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
        _json.WriteString("version", "2.1.0");
        _json.WriteStartArray("runs");
        _json.WriteStartObject();
        _json.WriteStartObject("tool");
        _json.WriteStartObject("driver");
        _json.WriteString("name", "FastMd");
        _json.WriteString("version", ProductVersion.Text);
        _json.WriteStartArray("rules");
        foreach (var rule in RuleBook.Rules)
        {
            WriteRule(rule);
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteString("columnKind", "utf16CodeUnits");
        _json.WriteStartObject("originalUriBaseIds");
        _json.WriteStartObject(Root);
        _json.WriteString("uri", FileUri.Folder(_workingDirectory));
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteStartArray("results");
    }

    private void WriteRule(Rule rule)
    {
        _json.WriteStartObject();
        _json.WriteString("id", rule.Id);
        WriteText("shortDescription", rule.Title);
        WriteText("fullDescription", rule.Why);
        _json.WriteStartObject("help");
        _json.WriteString("text", rule.Text);
        _json.WriteString("markdown", rule.Markdown);
        _json.WriteEndObject();
        _json.WriteStartObject("defaultConfiguration");
        _json.WriteString("level", rule.Level);
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void WriteArtifact(string path)
    {
        _json.WriteStartObject("artifactLocation");
        if (ShownPath.Below(path, _workingDirectory) is { } relative)
        {
            _json.WriteString("uri", FileUri.Relative(relative));
            _json.WriteString("uriBaseId", Root);
        }
        else
        {
            _json.WriteString("uri", FileUri.Absolute(path));
        }

        _json.WriteEndObject();
    }

    // GitHub wants a region: what is about a document as a whole is shown at its beginning.
    private void WriteRegion(Diagnostic diagnostic)
    {
        _json.WriteStartObject("region");
        _json.WriteNumber("startLine", Math.Max(1, diagnostic.Line));
        _json.WriteNumber("startColumn", Math.Max(1, diagnostic.Column));
        _json.WriteEndObject();
    }

    private void WriteInvocation(bool ranToItsEnd)
    {
        _json.WriteStartArray("invocations");
        _json.WriteStartObject();
        _json.WriteBoolean("executionSuccessful", ranToItsEnd);
        _json.WriteStartArray("toolExecutionNotifications");
        foreach (var (name, diagnostic) in _notifications)
        {
            _json.WriteStartObject();
            _json.WriteStartObject("descriptor");
            _json.WriteString("id", diagnostic.Code);
            _json.WriteEndObject();
            _json.WriteString("level", diagnostic.Kind);
            WriteText("message", $"{name}: {diagnostic.Message}");
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndArray();
    }

    private void WriteText(string name, string text)
    {
        _json.WriteStartObject(name);
        _json.WriteString("text", text);
        _json.WriteEndObject();
    }
}
