using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace FastMd.Engine.Reports;

/// <summary>
/// The page in the folder <c>Page</c>, made one file: its style sheets and scripts stand in it instead of beside it, its policy allows those
/// and nothing else, and its data element holds JSON.
/// </summary>
internal static class SelfContainedPage
{
    /// <summary>The form of a page that asks for what is new.</summary>
    public const string Live = "live";

    private const string LiveScript = "<script class=\"live\" src=\"";
    private const string Folder = "FastMd.Engine.Reports.Page.";
    private const string DataPlace = "\"FORM\">DATA<";
    private const string PolicyPlace = "\"POLICY\"";

    /// <summary>Writes the page.</summary>
    /// <param name="form">What the data are: <c>batch</c>, <c>speed</c> or <c>live</c>.</param>
    /// <param name="output">Where to; it gets UTF-8 without a byte order mark and stays open.</param>
    /// <param name="data">Writes one JSON value.</param>
    public static void Write(string form, Stream output, Action<Utf8JsonWriter> data)
    {
        var page = Asset("report.html");
        var place = page.IndexOf(DataPlace, StringComparison.Ordinal);
        var (policy, before, after) = (new Policy(isLive: form == Live), new StringBuilder(), new StringBuilder());
        Append(before, page.AsSpan(0, place), policy);
        Append(after, page.AsSpan(place + DataPlace.Length), policy);
        before.Replace(PolicyPlace, $"\"{policy}\"").Append('"').Append(form).Append("\">");
        output.Write(Encoding.UTF8.GetBytes(before.ToString()));

        // The default encoder writes <, > and & and all that is not ASCII as \u003C: nothing in the data can end the element or begin another.
        using (var json = new Utf8JsonWriter(output))
        {
            data(json);
        }

        output.Write(Encoding.UTF8.GetBytes(after.Insert(0, '<').ToString()));
    }

    private static void Append(StringBuilder whole, ReadOnlySpan<char> page, Policy policy)
    {
        foreach (var line in page.EnumerateLines())
        {
            if (NameIn(line, LiveScript) is { } liveScript)
            {
                whole.Append(policy.IsLive ? $"<script>{policy.Script(liveScript)}</script>\n" : "");
            }
            else if (NameIn(line, "<script src=\"") is { } script)
            {
                whole.Append("<script>").Append(policy.Script(script)).Append("</script>\n");
            }
            else if (NameIn(line, "<link rel=\"stylesheet\" href=\"") is { } sheet)
            {
                whole.Append("<style>").Append(policy.Sheet(sheet)).Append("</style>\n");
            }
            else
            {
                whole.Append(line).Append('\n');
            }
        }

        // A line ends before the next, not after the last.
        whole.Length--;
    }

    private static string? NameIn(ReadOnlySpan<char> line, string beginning)
        => line.StartsWith(beginning, StringComparison.Ordinal)
            ? line[beginning.Length..(beginning.Length + line[beginning.Length..].IndexOf('"'))].ToString()
            : null;

    private static string Asset(string name)
    {
        using var resource = typeof(SelfContainedPage).Assembly.GetManifestResourceStream(Folder + name)!;
        using var reader = new StreamReader(resource, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>What the page may run and look like: by the hashes of what stands in it.</summary>
    /// <param name="isLive">Whether it may ask for what is new where it came from.</param>
    private sealed class Policy(bool isLive)
    {
        private readonly StringBuilder _scripts = new();
        private readonly StringBuilder _sheets = new();

        public bool IsLive => isLive;

        public string Script(string name) => Allowed(name, _scripts);

        public string Sheet(string name) => Allowed(name, _sheets);

        public override string ToString() => $"default-src 'none'; script-src{_scripts}; style-src{_sheets};{(isLive ? " connect-src 'self';" : "")} base-uri 'none'; form-action 'none'";

        private static string Allowed(string name, StringBuilder hashes)
        {
            var asset = Asset(name);
            hashes.Append(" 'sha256-").Append(Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(asset)))).Append('\'');
            return asset;
        }
    }
}

/// <summary>A report as one HTML page, for people. It needs no network, and suits light and dark, narrow screens and paper.</summary>
internal static class ReportPage
{
    /// <summary>Writes a page.</summary>
    /// <param name="report">The report.</param>
    /// <param name="output">Where to; it gets UTF-8 without a byte order mark and stays open.</param>
    public static void Write(BatchReport report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        SelfContainedPage.Write("batch", output, json => ReportJson.Write(report, new JsonFields(json) { KeepsHalves = true }));
    }
}
