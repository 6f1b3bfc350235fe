using System.Text.RegularExpressions;

namespace FastMd.Engine.Markdown.Code;

/// <summary>
/// What the info string of a fence says besides the language, as Docusaurus, Starlight, Nextra and VitePress write it: <c>title="a.js"</c> or
/// <c>[a.js]</c>, line ranges <c>{1,3-5}</c>, and words such as <c>showLineNumbers</c>.
/// </summary>
/// <param name="Language">The language; empty where there is none.</param>
/// <param name="Title">The title; null where there is none.</param>
/// <param name="Lines">Line numbers and ranges, with commas between; null where there are none.</param>
/// <param name="Rest">All else; null where there is nothing.</param>
internal sealed partial record CodeMeta(string Language, string? Title, string? Lines, string? Rest)
{
    /// <summary>Takes an info string apart.</summary>
    /// <param name="info">Its first word.</param>
    /// <param name="arguments">What follows.</param>
    public static CodeMeta Of(string info, string arguments)
    {
        // VitePress writes both right behind the language.
        var end = info.IndexOfAny(['{', ':']);
        var language = end < 0 ? info : info[..end];
        var rest = $"{(end < 0 ? "" : info[end..].TrimStart(':'))} {arguments}";
        string? title = null;
        string? lines = null;
        rest = TitlePart().Replace(rest, match => Take(ref title, match.Groups["title"].Value));
        rest = LinesPart().Replace(rest, match => Take(ref lines, match.Groups["lines"].Value.Replace(" ", "", StringComparison.Ordinal)));
        rest = string.Join(' ', rest.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return new(language, title, lines, rest.Length > 0 ? rest : null);
    }

    /// <summary>The attributes that hold it, by their names.</summary>
    public IEnumerable<(string Name, string Value)> Attributes()
    {
        if (Title is not null)
        {
            yield return ("data-title", Title);
        }

        if (Lines is not null)
        {
            yield return ("data-lines", Lines);
        }

        if (Rest is not null)
        {
            yield return ("data-meta", Rest);
        }
    }

    private static string Take(ref string? part, string value)
    {
        part ??= value;
        return " ";
    }

    [GeneratedRegex("""(?<![\w-])(?:title|filename|file)=(?:"(?<title>[^"]*)"|'(?<title>[^']*)'|(?<title>[^\s"']+))|(?<=\s)\[(?<title>[^\[\]]+)\](?=\s|$)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TitlePart();

    [GeneratedRegex("""\{(?<lines>[\s,-]*\d[\d\s,-]*)\}""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LinesPart();
}
