namespace FastMd.Peers;

/// <summary>The plainest site there is: each page its converted content, and nothing else.</summary>
internal sealed class HugoSite
{
    private const string Configuration = """
        baseURL = "/"
        disableKinds = ["home", "section", "taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]
        disablePathToLower = true
        disableAliases = true
        uglyURLs = true
        [markup.goldmark.renderer]
        unsafe = true
        [markup.highlight]
        codeFences = false
        """;

    private readonly string _root;

    public HugoSite(Workspace workspace)
    {
        _root = workspace.At("hugo");
        Directory.CreateDirectory(Path.Combine(_root, "layouts", "_default"));
        File.WriteAllText(Path.Combine(_root, "config.toml"), Configuration);
        File.WriteAllText(Path.Combine(_root, "layouts", "_default", "single.html"), "{{ .Content }}");
    }

    public Command Build(PageTree tree, string output)
        => new("hugo", "--source", _root, "--contentDir", tree.Root, "--destination", output, "--quiet");
}
