using System.Globalization;
using FastMd.Engine.Configuration;
using FastMd.Engine.Context.Tree;

namespace FastMd.Engine.Context.Cleaning;

/// <summary>Takes from blocks of code what is for the eye, and from long ones what is in the middle.</summary>
/// <param name="options">The options.</param>
internal sealed class CodeStep(ContextOptions options)
{
    private const int KeptAtStart = 8;
    private const int KeptAtEnd = 5;

    /// <summary>Goes over all code of a document.</summary>
    /// <returns>Whether any is of another language or shorter than before.</returns>
    public bool Take(List<Node> nodes)
    {
        var isChanged = false;
        foreach (var code in Walk.All(nodes, entersText: false).OfType<CodeNode>())
        {
            var (language, length) = (code.Language, code.Text.Length);
            code.Info = options.Takes(ContextSteps.CodeMeta) ? CodeInfo.Of(code.Info) : code.Info;
            code.Text = Shortened(code.Text, code.Info);
            isChanged |= code.Text.Length != length || code.Language != language;
        }

        return isChanged;
    }

    private string Shortened(string text, string info)
    {
        if (options.Profile == ContextProfile.Lossless || !options.Takes(ContextSteps.Elision))
        {
            return text;
        }

        var language = info.AsSpan().IndexOfAny(" \t{") is >= 0 and var end ? info[..end].ToLowerInvariant() : info.ToLowerInvariant();
        var isJson = language is "json" or "jsonc" or "json5" or "jsonl" or "geojson";
        var most = options.Profile == ContextProfile.Balanced ? isJson ? 20 : 25 : isJson ? 10 : 15;
        if (text.AsSpan().Count('\n') <= most)
        {
            return text;
        }

        var lines = text[..^1].Split('\n');

        var atStart = Math.Min(KeptAtStart, most / 2);
        var atEnd = Math.Min(KeptAtEnd, most - atStart - 1);
        var omitted = lines.Length - atStart - atEnd;
        var indent = lines[atStart][..(lines[atStart].Length - lines[atStart].TrimStart().Length)];
        var marker = CommentSyntax.Of(language, string.Create(CultureInfo.InvariantCulture, $"... {omitted} lines omitted ..."));
        return string.Join('\n', [.. lines[..atStart], indent + marker, .. lines[^atEnd..]]) + "\n";
    }
}

/// <summary>How languages write comments.</summary>
internal static class CommentSyntax
{
    /// <summary>A comment of one line.</summary>
    public static string Of(string language, string text) => language switch
    {
        "python" or "py" or "ruby" or "rb" or "bash" or "sh" or "shell" or "zsh" or "fish" or "console" or "yaml" or "yml" or "toml" or "powershell" or "ps1" or "pwsh"
            or "perl" or "r" or "julia" or "elixir" or "ex" or "exs" or "dockerfile" or "docker" or "makefile" or "make" or "nginx" or "hcl" or "terraform" or "tf" or "graphql" or "gql" or "properties"
            or "conf" or "cmake" or "nix" or "gitignore" or "env" or "dotenv" or "crystal" or "tcl" or "awk" or "text" or "txt" or "plaintext" or "output" or "log" or "" => $"# {text}",
        "html" or "xml" or "svg" or "vue" or "svelte" or "astro" or "md" or "markdown" or "mdx" or "xaml" or "plist" or "csproj" or "razor" or "handlebars" => $"<!-- {text} -->",
        "css" or "c89" => $"/* {text} */",
        "sql" or "pgsql" or "plsql" or "mysql" or "lua" or "haskell" or "hs" or "elm" or "ada" or "vhdl" or "applescript" => $"-- {text}",
        "ini" or "asm" or "nasm" or "lisp" or "clojure" or "clj" or "scheme" or "racket" or "elisp" or "reg" => $"; {text}",
        "tex" or "latex" or "erlang" or "erl" or "matlab" or "prolog" => $"% {text}",
        "vb" or "vbnet" or "vbscript" or "vba" => $"' {text}",
        "bat" or "batch" or "cmd" => $"REM {text}",
        "fortran" or "f90" => $"! {text}",
        _ => $"// {text}",
    };
}
