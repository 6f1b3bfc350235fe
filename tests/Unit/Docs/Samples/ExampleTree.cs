using FastMd.Tests.Unit.Books.Epub;
using FastMd.Tests.Unit.Books.Pdf;
using FastMd.Tests.Unit.TestSupport;

namespace FastMd.Tests.Unit.Docs.Samples;

/// <summary>A folder such as the samples speak of: a repository with documents.</summary>
internal sealed class ExampleTree : IDisposable
{
    private static readonly byte[] Novel = new BookFile().Chapter("one.xhtml", "<h1>One</h1><p>It begins.</p>").Nav("<li><a href=\"one.xhtml\">One</a></li>").ToBytes();

    private static readonly byte[] Paper = new RawPdf().AddPage(RawPdf.Lines(72, 700, "A paper of one page, with a line of text.")).Build();

    private readonly TemporaryFolder _folder = new();

    /// <summary>A tree without a mistake, or with dead links where links.md shows them.</summary>
    public ExampleTree(bool withDeadLinks = false)
    {
        _folder.Write("README.md", "# Read me\n\n[docs](docs/index.md)\n");
        _folder.Write("docs/index.md", Index(withDeadLinks));
        _folder.Write("docs/guide/a.md", "---\ntitle: Guide\n---\n# Guide\n\n[back](../index.md#index)\n");
        _folder.Write("docs/drafts/later.md", "# Later\n");
        _folder.Write("page.html", "<!DOCTYPE html>\n<title>{{title}}</title>\n{{content}}");
        AddBook("library/novel.epub", Novel);
        AddBook("library/paper.pdf", Paper);
        AddBook("novel.epub", Novel);
        AddBook("paper.pdf", Paper);
        AddBook("scans/letter.pdf", Paper);
        Directory.CreateDirectory(_folder.At("bin"));
        AddScript("translate", "cat");
        AddScript("summarise", "cat");
    }

    public string Path => _folder.Path;

    public string Read(string relative) => _folder.Read(relative);

    public bool Has(string relative) => _folder.Has(relative);

    /// <summary>Puts a program on the samples' path.</summary>
    public void AddProgram(string name, string script) => AddScript($"bin/{name}", script);

    public void Dispose() => _folder.Dispose();

    private void AddBook(string relative, byte[] content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(_folder.At(relative))!);
        File.WriteAllBytes(_folder.At(relative), content);
    }

    private void AddScript(string relative, string script)
    {
        var path = _folder.Write(relative, $"#!/usr/bin/env bash\nset -euo pipefail\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static string Index(bool withDeadLinks)
    {
        var lines = Enumerable.Repeat("", 40).ToArray();
        lines[0] = "# Index";
        lines[2] = "[guide](guide/a.md#guide)";
        if (withDeadLinks)
        {
            lines[11] = "The [setup](guide/setup.md).";
            lines[39] = "[instal](#instal)";
        }

        return string.Join('\n', lines) + "\n";
    }
}
