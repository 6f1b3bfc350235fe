using FastMd.Engine.Books.Html;

using FastMd.Engine.Configuration;

namespace FastMd.Engine.Books.Epub;

/// <summary>Makes the index of a book.</summary>
/// <param name="book">The book.</param>
/// <param name="archive">Its files.</param>
/// <param name="cancellation">Cancelled when nobody waits for it any more.</param>
internal sealed class BookIndexer(EpubBook book, EpubArchive archive, CancellationToken cancellation)
{
    private readonly BookIndex _index = new();
    private readonly Dictionary<string, DocumentScan> _scans = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The index.</summary>
    public BookIndex Make()
    {
        if (book.Package.Cover is { } cover)
        {
            _index.Files[cover] = PartName.OfFile("images", "cover" + System.IO.Path.GetExtension(cover), _taken);
        }

        foreach (var part in book.Parts.Where(static part => part.Item.Exists))
        {
            if (!part.Item.IsText)
            {
                AddFile(part.Item.Path);
                continue;
            }

            var root = MarkupReader.ReadXml(archive.Read(part.Item.Path, cancellation));
            var scan = DocumentScan.Of(root, part.Item.Path, cancellation);
            foreach (var file in scan.Files)
            {
                AddFile(archive.Find(EpubPath.Resolve(part.Item.Path, EpubPath.Split(file).Path)));
            }

            _scans[part.Item.Path] = scan.WithoutElements();
        }

        AddNotes();
        AddAnchors();
        return _index;
    }

    private void AddFile(string? path)
    {
        if (path is null || _index.Files.ContainsKey(path) || book.PartOf(path) is { Item.IsText: true } || path == book.Package.Navigation?.Path)
        {
            return;
        }

        var folder = MediaKind.IsImage(path) || book.Package.Items.FirstOrDefault(item => item.Path == path) is { IsImage: true } ? "images"
            : MediaKind.IsPlayed(path) ? "media"
            : "files";
        _index.Files[path] = PartName.OfFile(folder, path, _taken);
    }

    private void AddNotes()
    {
        foreach (var (path, scan) in _scans)
        {
            for (var i = 0; i < scan.Links.Count; i++)
            {
                var link = scan.Links[i];
                if (link.IsBack || !(link.IsMark || link.IsReference) || ScanOf(link.Target.Path)?.UnitOf(link.Target.Id) is not { MayBeNote: true } unit)
                {
                    continue;
                }

                var at = ScanOf(link.Target.Path)!.Path;
                var isInside = at == path && link.Units.Contains(unit.Number);
                if (!isInside && (link.IsReference || unit.IsNote || unit.Back.Any(back => Same(back.Path, path) && link.Ids.Contains(back.Id))))
                {
                    AddReference(path, i, at, unit.Number);
                }
            }
        }

        // What leads from a note to where it is referred to.
        var ids = _index.References.SelectMany(each => _scans[each.Key.Path].Links[each.Key.Link].Ids.Select(id => (each.Value, new BookPlace(each.Key.Path, id)))).ToHashSet();
        foreach (var (path, scan) in _scans)
        {
            for (var i = 0; i < scan.Links.Count; i++)
            {
                var link = scan.Links[i];
                if ((link.IsBack || link.IsMark || link.IsArrow) && !_index.References.ContainsKey((path, i)) && ScanOf(link.Target.Path) is { } target
                    && link.Units.Any(unit => _index.Notes.TryGetValue((path, unit), out var note) && ids.Contains((note, new(target.Path, link.Target.Id)))))
                {
                    _index.Back.Add((path, i));
                }
            }
        }
    }

    private void AddReference(string path, int link, string notePath, int unit)
    {
        if (!_index.Notes.TryGetValue((notePath, unit), out var note))
        {
            note = new(notePath, unit) { Number = _index.Notes.Count + 1 };
            _index.Notes.Add((notePath, unit), note);
        }

        if (!note.Users.Contains(path))
        {
            note.Users.Add(path);
        }

        _index.References.Add((path, link), note);
    }

    private void AddAnchors()
    {
        foreach (var (path, scan) in _scans)
        {
            for (var i = 0; i < scan.Links.Count; i++)
            {
                if (!_index.References.ContainsKey((path, i)) && !_index.Back.Contains((path, i)))
                {
                    AddAnchor(scan.Links[i].Target);
                }
            }
        }

        foreach (var (point, _) in EpubNavigation.All(book.Contents))
        {
            // One document has no list of its chapters.
            AddAnchor(new(point.Path, point.Fragment), isWholeLedTo: book.Layout == BookLayout.Chapters);
        }

        if (book.Layout == BookLayout.Single)
        {
            MakeUnique();
        }
    }

    private void AddAnchor(BookPlace target, bool isWholeLedTo = true)
    {
        if (isWholeLedTo && book.PartOf(target.Path) is { } part && (target.Id.Length == 0 || ScanOf(target.Path)?.Ids.Contains(target.Id) != true))
        {
            _index.Whole.Add(part.Item.Path);
        }

        if (target.Id.Length == 0 || ScanOf(target.Path) is not { } scan || !scan.Ids.Contains(target.Id))
        {
            return;
        }

        var place = new BookPlace(scan.Path, target.Id);
        _index.Anchors.TryAdd(place, target.Id);
        if (scan.UnitOf(target.Id) is { } unit && _index.Notes.TryGetValue((scan.Path, unit.Number), out var note))
        {
            _index.Moved[place] = note.Users[0];
        }
    }

    /// <summary>In one document every id is there once.</summary>
    private void MakeUnique()
    {
        var taken = book.Parts.Select(static part => part.Stem).ToHashSet(StringComparer.Ordinal);
        foreach (var place in _index.Anchors.Keys.ToList())
        {
            var id = place.Id;
            for (var i = book.PartOf(place.Path)?.Number ?? 0; !taken.Add(id); i++)
            {
                id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{place.Id}-{i}");
            }

            _index.Anchors[place] = id;
        }
    }

    private DocumentScan? ScanOf(string path) => _scans.GetValueOrDefault(path) ?? (archive.Find(path) is { } found ? _scans.GetValueOrDefault(found) : null);

    private bool Same(string one, string other) => one == other || archive.Find(one) == other;
}
