using System.Buffers;

namespace FastMd.Engine.Documents;

/// <summary>A link that leads to nothing.</summary>
/// <param name="Url">The URL as the document means it.</param>
/// <param name="Kind">What the link is for.</param>
/// <param name="Root">Absolute path of the tree's root, without a separator at its end.</param>
/// <param name="Target">The place where there is nothing.</param>
/// <param name="Advice">What may be done about it.</param>
/// <param name="Advised">Absolute path of what was probably meant; null where nothing is known to be.</param>
internal sealed record DeadLink(string Url, LinkKind Kind, string Root, Place Target, LinkAdvice Advice, string? Advised) : IMessage
{
    /// <inheritdoc/>
    public void WriteTo(IBufferWriter<char> writer)
    {
        writer.Write(Kind == LinkKind.Embedded ? "'" : "The link '");
        writer.Write(Url);
        writer.Write(Kind == LinkKind.Embedded ? "' is to be shown here and is missing: there is no '" : "' leads to nothing: there is no '");
        if (Advice == LinkAdvice.ChangeSlash)
        {
            writer.Write(Url);
        }
        else
        {
            Write(writer, Target);
        }

        switch (Advice)
        {
            case LinkAdvice.AddExtension:
                writer.Write("'; did you mean '");
                writer.Write(Path.GetFileName(Advised.AsSpan()));
                writer.Write("'?");
                break;
            case LinkAdvice.ChangeSlash:
                writer.Write("'; did you mean '");
                Write(writer, new Place(Advised!));
                writer.Write("'? Write slashes: browsers and other systems know no other.");
                break;
            case LinkAdvice.ChangeLetters:
                writer.Write("'; '");
                Write(writer, new Place(Advised!));
                writer.Write("', which there is, differs only in accents, or in how letters and accents are put together (NFC, NFD).");
                break;
            case LinkAdvice.ChangeCase:
                writer.Write("'; '");
                Write(writer, new Place(Advised!));
                writer.Write("', which there is, differs in case only.");
                break;
            default:
                writer.Write("'; mend the link or add the file.");
                break;
        }
    }

    /// <summary>Writes a place as it is seen from the tree's root, with slashes.</summary>
    private void Write(IBufferWriter<char> writer, Place place)
    {
        if (!PathRules.IsWithin(place.Folder, Root))
        {
            Portable(writer, Path.GetRelativePath(Root, place.Path));
            return;
        }

        var folder = place.Folder.AsSpan(Root.Length).TrimStart(Path.DirectorySeparatorChar);
        Portable(writer, folder);
        if (!folder.IsEmpty && place.Name.Length > 0)
        {
            writer.Write("/");
        }

        Portable(writer, place.Name);
    }

    private static void Portable(IBufferWriter<char> writer, ReadOnlySpan<char> path)
    {
        path.Replace(writer.GetSpan(path.Length), '\\', '/');
        writer.Advance(path.Length);
    }
}

/// <summary>What may be done about a link that leads to nothing. Numbers are kept in build states.</summary>
internal enum LinkAdvice
{
    /// <summary>Nothing is known that it could have meant.</summary>
    None,

    /// <summary>There is a document of that name; the link has no extension.</summary>
    AddExtension,

    /// <summary>There is something whose name differs in case only.</summary>
    ChangeCase,

    /// <summary>There is something where a backslash is read as a slash.</summary>
    ChangeSlash,

    /// <summary>There is something whose name differs in accents, or in the normalization of Unicode.</summary>
    ChangeLetters,
}
