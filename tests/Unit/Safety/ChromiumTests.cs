using System.Globalization;
using System.Text.RegularExpressions;
using FastMd.Engine.Configuration;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Safety;

/// <summary>
/// A browser loads what every payload becomes, as a fragment and as a page, triggers every handler, clicks everything and submits every
/// form: no code of a document runs. Where HTML is let through, it does: so the browser would notice.
/// </summary>
public sealed partial class ChromiumTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(RawHtmlHandling.Escape)]
    [InlineData(RawHtmlHandling.Sanitize)]
    public async Task Nothing_in_a_document_executes(RawHtmlHandling rawHtml)
    {
        var documents = Documents(rawHtml).ToList();

        var (driven, executed) = await BrowseAsync(documents);

        Assert.Equal(documents.Count, driven);
        Assert.Empty(executed);
    }

    [Fact]
    public async Task Where_HTML_is_let_through_documents_execute()
    {
        var (_, executed) = await BrowseAsync([.. Documents(RawHtmlHandling.Allow)]);

        Assert.InRange(executed.Count, 300, int.MaxValue);
    }

    [GeneratedRegex("data-driven=\"(?<driven>\\d+)\" data-executed=\"(?<executed>[\\d ]*)\"")]
    private static partial Regex Outcome();

    /// <summary>What each payload becomes, the fragment first; its place in the list is its number.</summary>
    private static IEnumerable<string> Documents(RawHtmlHandling rawHtml)
    {
        var number = 0;
        foreach (var (payload, isMdx) in Payloads.Markdown.Select(payload => (payload, false)).Concat(Payloads.Mdx.Select(payload => (payload, true))))
        {
            foreach (var isPage in new[] { false, true })
            {
                var text = Payloads.Numbered(payload, number++);
                var (html, document) = isMdx ? Converted.Mdx(text, rawHtml) : Converted.Markdown(text, rawHtml);
                yield return isPage ? Converted.Page(html, document, rawHtml) : "<!DOCTYPE html>\n" + html;
            }
        }
    }

    private async Task<(int Driven, IReadOnlyList<int> Executed)> BrowseAsync(List<string> documents)
    {
        var browser = Programs.Find("chromium") ?? Programs.Find("chromium-browser") ?? Programs.Find("google-chrome");
        Assert.SkipWhen(browser is null, "Chromium is not installed.");
        for (var i = 0; i < documents.Count; i++)
        {
            _folder.Write($"{i}.html", documents[i] + Driver);
        }

        _folder.Write("all.html", All.Replace("COUNT", documents.Count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        string[] arguments =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--disable-extensions", "--disable-dev-shm-usage", $"--user-data-dir={_folder.At("profile")}", "--virtual-time-budget=120000", "--dump-dom",
            new Uri(_folder.At("all.html")).AbsoluteUri,
        ];
        var (_, output) = await ChildProcess.RunAsync(browser!, arguments, new Dictionary<string, string?>(), Limit, TestContext.Current.CancellationToken);
        var outcome = Outcome().Match(output);
        Assert.True(outcome.Success, $"The browser did not come to an end:\n{output}");
        return (
            int.Parse(outcome.Groups["driven"].Value, CultureInfo.InvariantCulture),
            [.. outcome.Groups["executed"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => int.Parse(number, CultureInfo.InvariantCulture))]);
    }

    /// <summary>Shows all documents, some at a time, and takes down which of them were driven and which executed.</summary>
    private const string All = """
        <!DOCTYPE html>
        <body>
        <script>
        const driven = new Set(), executed = new Set();
        let shown = 0;
        addEventListener("message", event => {
          if (typeof event.data === "number") executed.add(event.data);
          else if (event.data.driven !== undefined) driven.add(event.data.driven);
        });
        function show() {
          if (shown === COUNT) return setTimeout(end, 2000);
          let open = Math.min(40, COUNT - shown);
          const next = () => { open--; if (open === 0) setTimeout(show, 200); };
          for (const last = shown + open; shown < last; shown++) {
            const frame = document.createElement("iframe");
            frame.src = shown + ".html";
            frame.onload = () => { frame.onload = null; next(); };
            document.body.append(frame);
          }
        }
        function end() {
          for (const frame of document.querySelectorAll("iframe")) frame.remove();
          const result = document.createElement("p");
          result.setAttribute("data-driven", driven.size);
          result.setAttribute("data-executed", [...executed].join(" "));
          document.body.append(result);
        }
        show();
        </script>
        """;

    /// <summary>
    /// Does in a document whatever a reader could, once. Where a click would only lead elsewhere it does not follow: what is looked for is
    /// code of the document's own.
    /// </summary>
    private const string Driver = """

        <script>
        if (window.name !== "driven") {
          window.name = "driven";
          addEventListener("load", () => setTimeout(() => {
            const runs = address => /^[\s\x00-\x20]*(j|v|d)/i.test(address ?? "");
            document.addEventListener("submit", event => {
              if (!runs(event.submitter?.getAttribute("formaction") ?? event.target.getAttribute("action"))) event.preventDefault();
            });
            document.addEventListener("click", event => {
              const link = event.target.closest?.("a, area");
              const address = link?.href?.baseVal ?? link?.href;
              if (link && !runs(address)) event.preventDefault();
            }, true);
            for (const element of document.querySelectorAll("*")) {
              if (element.localName === "script") continue;
              for (const { name } of [...element.attributes]) {
                if (name.startsWith("on")) {
                  element.dispatchEvent(new Event(name.slice(2), { bubbles: true }));
                  if (element === document.body) dispatchEvent(new Event(name.slice(2)));
                }
              }
              element.focus?.();
              if (element.localName === "details") element.open = !element.open;
              element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, view: window }));
              element.requestSubmit?.();
            }
            top.postMessage({ driven: location.href }, "*");
          }));
        }
        </script>
        """;
}
