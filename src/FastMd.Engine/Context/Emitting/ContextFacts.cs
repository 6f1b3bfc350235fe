using FastMd.Engine.Documents;

namespace FastMd.Engine.Context.Emitting;

/// <summary>What is known of a document besides its text, mostly from where it lies in its tree.</summary>
/// <param name="Path">Its path in the tree, with slashes; empty where it has none.</param>
internal sealed record ContextFacts(string Path)
{
    // Folders with these names hold translations.
    private static readonly HashSet<string> Languages = new(StringComparer.OrdinalIgnoreCase)
    {
        "en", "fr", "de", "es", "it", "pt", "pt-br", "pt-pt", "zh", "zh-cn", "zh-tw", "zh-hans", "zh-hant", "zh-hk", "ja", "ko", "ru", "uk", "pl", "nl", "sv", "nb", "da", "fi",
        "tr", "cs", "hu", "ro", "vi", "th", "id", "ar", "fa", "he", "hi", "bn", "ur", "el", "bg", "sk", "hr", "sr", "ca", "az", "em", "en-us", "en-gb", "fr-fr", "de-de", "es-es",
        "it-it", "ja-jp", "ko-kr", "ru-ru", "uk-ua", "pl-pl", "nl-nl", "tr-tr", "cs-cz", "vi-vn", "id-id", "ta", "te", "ka", "mn", "uz", "kk", "lt", "lv", "et", "sl",
    };

    private static readonly System.Buffers.SearchValues<char> InVersions = System.Buffers.SearchValues.Create("0123456789.x");

    private const int DeepestLanguage = 4;

    /// <summary>Its title; null where it has none.</summary>
    public string? Title { get; init; }

    /// <summary>What it is about, in one sentence of its author's; null where there is none.</summary>
    public string? Description { get; init; }

    /// <summary>The language it is written in; null where nothing tells.</summary>
    public string? Language { get; init; }

    /// <summary>The version of what it describes; null where nothing tells.</summary>
    public string? Version { get; init; }

    /// <summary>What it is about.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>A name that no other document of the tree has, and that stays the same.</summary>
    public string Slug => Path.Length == 0 ? "" : $"{Readable(Path)}-{ContentHash.Of(Path).Hex[..8]}";

    /// <summary>The facts of a document.</summary>
    /// <param name="path">Its path in the tree.</param>
    /// <param name="title">Its title.</param>
    /// <param name="frontMatter">Its front matter.</param>
    public static ContextFacts Of(string path, string? title, IReadOnlyDictionary<string, object?>? frontMatter)
    {
        var folders = path.Split('/')[..^1];
        var tags = ListOf(frontMatter, "topics") ?? ListOf(frontMatter, "tags") ?? ListOf(frontMatter, "keywords");
        return new(path)
        {
            Title = title is { Length: > 0 } ? OneLine.Of(title) : null,
            Description = TextOf(frontMatter, "description") is { } description ? OneLine.Of(description) : null,
            Language = TextOf(frontMatter, "lang") ?? TextOf(frontMatter, "language") ?? folders.Take(DeepestLanguage).FirstOrDefault(Languages.Contains),
            Version = TextOf(frontMatter, "version") ?? folders.Select(VersionOf).FirstOrDefault(static version => version is not null),
            Topics = tags ?? [.. folders.Where(static folder => !Languages.Contains(folder) && VersionOf(folder) is null && folder is not ("docs" or "content" or "src" or "pages" or "i18n" or "current" or "versioned_docs"))],
        };
    }

    private static string? TextOf(IReadOnlyDictionary<string, object?>? frontMatter, string key)
        => frontMatter is not null && frontMatter.TryGetValue(key, out var value) ? value switch
        {
            string { Length: > 0 } text => text,
            long or double => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value}"),
            _ => null,
        } : null;

    private static List<string>? ListOf(IReadOnlyDictionary<string, object?>? frontMatter, string key)
        => frontMatter is not null && frontMatter.TryGetValue(key, out var value) && value is IReadOnlyList<object?> list
            && list.OfType<string>().Select(static text => OneLine.Of(text).Trim()).Where(static text => text.Length > 0).Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } texts
                ? texts
                : null;

    /// <summary>The version that a folder is named after: <c>version-2.1</c>, <c>v2</c>, <c>2.1.x</c>; null for other folders.</summary>
    private static string? VersionOf(string folder)
    {
        var name = folder.StartsWith("version-", StringComparison.Ordinal) ? folder["version-".Length..] : folder;
        var digits = name.StartsWith('v') && name.Length > 1 ? name[1..] : name;
        var isVersion = digits.Length > 0 && char.IsAsciiDigit(digits[0]) && (digits.Contains('.', StringComparison.Ordinal) || digits != name || name != folder)
            && !digits.AsSpan().ContainsAnyExcept(InVersions);
        return isVersion ? digits : null;
    }

    private static string Readable(string path)
    {
        var slug = new System.Text.StringBuilder(path.Length);
        foreach (var character in path.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(character))
            {
                slug.Append(character);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().TrimEnd('-');
    }
}
