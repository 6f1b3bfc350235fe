using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Enumeration;
using System.Text;
using FastMd.Engine.Documents;
using Markdig.Helpers;

namespace FastMd.Engine.Pipeline.Links;

/// <summary>
/// Finds what a path that leads to nothing was meant to be, where it differs in case only. Trees have thousands of such paths in the same
/// few folders, so each folder is looked at once. Asked by many threads at once.
/// </summary>
/// <param name="root">Absolute path of the folder that all paths lie in.</param>
/// <param name="listed">The folders that are known already.</param>
internal sealed class CaseTolerantNames(string root, ListedFolders listed)
{
    private const char FirstSyllable = '\uAC00';
    private const char LastSyllable = '\uD7A3';

    // Kana that are one character, or a plain one and a mark.
    private const string VoicedKana = "がぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽゔゞガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポヴヷヸヹヺヾ";
    private const string PlainKana = "かきくけこさしすせそたちつてとはひふへほはひふへほうゝカキクケコサシスセソタチツテトハヒフヘホハヒフヘホウワヰヱヲヽ";

    private readonly ConcurrentDictionary<string, string?> _folders = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ListedFolder> _namesIn = new(StringComparer.Ordinal);

    /// <summary>The path there is; null where there is none.</summary>
    /// <param name="path">The absolute path that leads to nothing.</param>
    public string? Find(string path)
    {
        path = Path.TrimEndingDirectorySeparator(path);
        return FolderLike(Path.GetDirectoryName(path)!) is { } folder
            && EntryLike(folder, Path.GetFileName(path)) is { } found
            && found != path
            ? found
            : null;
    }

    private string? FolderLike(string folder)
        => _folders.TryGetValue(folder, out var known) ? known : _folders.GetOrAdd(folder, Walk(folder));

    /// <summary>Goes from the root as far as there is a way: a link may name more folders than a stack has room for.</summary>
    private string? Walk(string folder)
    {
        var found = root;
        foreach (var name in folder[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            if (EntryLike(found, name) is not { } next)
            {
                return null;
            }

            found = next;
        }

        return found;
    }

    private string? EntryLike(string folder, string name)
        => (NamesIn(folder).FindIgnoringCase(name) ?? FindWithoutAccents(folder, name)) is not { } known ? null
            : known == name || PathKinds.At(Path.Combine(folder, name)) == PathKind.Nothing ? Path.Combine(folder, known)
            : Path.Combine(folder, name);

    /// <summary>
    /// The first name that differs in accents only, or in how letters and accents are put together: where globalization is invariant, the system
    /// does not know one from the other.
    /// </summary>
    private string? FindWithoutAccents(string folder, string name)
        => Ascii.IsValid(name) ? null : WithoutAccents(name) is var plain ? NamesIn(folder).Find(other => !Ascii.IsValid(other) && WithoutAccents(other) == plain) : null;

    private static string WithoutAccents(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            if (letter is >= FirstSyllable and <= LastSyllable)
            {
                AppendParts(plain, letter - FirstSyllable);
            }
            else if (!Ascii.IsValid(letter) && VoicedKana.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at)
            {
                plain.Append(PlainKana[at]);
            }
            else if (char.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                Append(plain, letter);
            }
        }

        return plain.ToString();
    }

    private static void Append(StringBuilder plain, char letter)
    {
        var latin = Ascii.IsValid(letter) ? "" : LinkHelper.Urilize(letter.ToString(), allowOnlyAscii: true);
        _ = latin.Length == 0 ? plain.Append(letter) : plain.Append(char.IsUpper(letter) ? latin.ToUpperInvariant() : latin);
    }

    /// <summary>Takes a syllable of Hangul apart, as Unicode has it: a consonant, a vowel, and perhaps another consonant.</summary>
    private static void AppendParts(StringBuilder plain, int syllable)
    {
        plain.Append((char)('\u1100' + (syllable / (21 * 28)))).Append((char)('\u1161' + (syllable / 28 % 21)));
        if (syllable % 28 is > 0 and var last)
        {
            plain.Append((char)('\u11A7' + last));
        }
    }

    private ListedFolder NamesIn(string folder)
        => _namesIn.TryGetValue(folder, out var known) ? known : _namesIn.GetOrAdd(folder, listed.Find(folder) ?? List(folder));

    private static ListedFolder List(string folder)
    {
        try
        {
            var names = new List<string>(new FileSystemEnumerable<string>(
                folder, static (ref FileSystemEntry entry) => entry.FileName.ToString(), new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = false }));
            names.Sort(StringComparer.Ordinal);
            return new(names);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // A link is as dead without advice.
            return new([]);
        }
    }
}
