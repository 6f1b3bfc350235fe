using FastMd.Engine.Books.Pdf.Glyphs;
using FastMd.Engine.Books.Pdf.Layout;

namespace FastMd.Engine.Books.Pdf.Blocks;

/// <summary>Makes blocks of the lines of a column: paragraphs end where the next line is set off from them, by whatever typography has for that.</summary>
internal sealed class ColumnReader
{
    // In ems.
    private const float Indent = 0.7f;
    private const float SetOff = 0.45f;
    private const float FullLine = 4f;

    // Text of a foot is smaller than that in relation to the body.
    private const float FootnoteSize = 0.93f;

    private readonly List<TextLine> _lines;
    private readonly List<PageLink> _links;
    private readonly DocumentProfile _profile;
    private readonly HyphenRule _hyphens;
    private readonly HeadingFinder _headings;
    private readonly ColumnMeasure _measure;
    private readonly List<Block> _blocks = [];
    private readonly List<float> _itemLefts = [];

    public ColumnReader(List<TextLine> lines, List<PageLink> links, DocumentProfile profile, HyphenRule hyphens, HeadingFinder headings)
    {
        (_lines, _links, _profile, _hyphens, _headings) = (lines, links, profile, hyphens, headings);
        _measure = ColumnMeasure.Of(lines);
    }

    /// <summary>The blocks from top to bottom.</summary>
    public List<Block> Read()
    {
        for (var i = 0; i < _lines.Count;)
        {
            i = ReadAt(i);
        }

        return _blocks;
    }

    private int ReadAt(int i)
    {
        var line = _lines[i];
        if (line.Table is { } table)
        {
            _blocks.Add(TableCells.Of(table, _links, _hyphens));
            return i + 1;
        }

        if (_headings.At(_lines, i, _measure) is { } heading)
        {
            var block = new HeadingBlock(heading.Level);
            for (var end = i + heading.Lines; i < end; i++)
            {
                block.Text.AddLine(_lines[i].Pieces, _links, _hyphens);
            }

            _blocks.Add(block);
            return i;
        }

        if (line.IsMonospaced && CodeReader.Length(_lines, i) is >= 2 and var length)
        {
            _blocks.Add(CodeReader.Read(_lines, i, length));
            return i + length;
        }

        return IsItem(i) ? ReadItem(i) : ReadParagraph(i);
    }

    private bool IsItem(int i)
    {
        if (ListMarker.Of(_lines[i].Text) is not { } marker)
        {
            return false;
        }

        // A number or a dash may begin any line of a paragraph: it is a mark where what follows is indented, or more marks follow or went before.
        return marker.IsCertain || IsAfterItem(i)
            || (i + 1 < _lines.Count && _lines[i + 1].Table is null
                && (_lines[i + 1].Left > _lines[i].Left + (Indent * _lines[i].Size) || (ListMarker.Of(_lines[i + 1].Text) is { } next && IsNext(marker, next))));
    }

    private bool IsAfterItem(int i)
        => i > 0 && _blocks.Count > 0 && _blocks[^1] is ListBlock && _itemLefts.Exists(left => Math.Abs(left - _lines[i].Left) < Indent * _lines[i].Size);

    private static bool IsNext(ListMarker one, ListMarker next) => one.Number is { } number ? next.Number == number + 1 : next.Number is null;

    private int ReadItem(int i)
    {
        var first = _lines[i];
        var marker = ListMarker.Of(first.Text)!.Value;
        if (_blocks.Count == 0 || _blocks[^1] is not ListBlock list)
        {
            _blocks.Add(list = new());
            _itemLefts.Clear();
        }

        var item = new ItemBlock(LevelOf(first), marker.Number);
        item.Text.AddLine(first.Pieces, _links, _hyphens);
        item.Text.Skip(marker.Length);
        var end = i + 1;
        for (; end < _lines.Count; end++)
        {
            var line = _lines[end];
            var isFirst = end == i + 1;
            if (line.Table is not null || IsSetOff(end) || ListMarker.Of(line.Text) is { } next && (next.IsCertain || IsItem(end))
                || (line.Left < first.Left - (0.3f * line.Size)) || (!isFirst && line.Left < _lines[i + 1].Left - (Indent * line.Size))
                || (isFirst && line.Left <= first.Left + (0.3f * line.Size) && !IsFull(first)) || _headings.At(_lines, end, _measure) is not null)
            {
                break;
            }

            item.Text.AddLine(line.Pieces, _links, _hyphens);
        }

        item.IsFull = IsFull(_lines[end - 1]);
        list.Items.Add(item);
        return end;
    }

    private int LevelOf(TextLine line)
    {
        var tolerance = Indent * line.Size;
        while (_itemLefts.Count > 0 && _itemLefts[^1] > line.Left + tolerance)
        {
            _itemLefts.RemoveAt(_itemLefts.Count - 1);
        }

        if (_itemLefts.Count == 0 || line.Left > _itemLefts[^1] + tolerance)
        {
            _itemLefts.Add(line.Left);
        }

        return _itemLefts.Count - 1;
    }

    private int ReadParagraph(int i)
    {
        var first = _lines[i];
        var paragraph = new ParagraphBlock { Size = first.Size, IsMonospaced = first.IsMonospaced };
        paragraph.Text.AddLine(first.Pieces, _links, _hyphens);
        var end = i + 1;
        for (; end < _lines.Count && !EndsBefore(i, end); end++)
        {
            paragraph.Text.AddLine(_lines[end].Pieces, _links, _hyphens);
        }

        paragraph.IsIndented = first.Left > _measure.Left + (Indent * first.Size);
        paragraph.IsFull = IsFull(_lines[end - 1]);
        paragraph.IsFootnote = first.Size < FootnoteSize * _profile.BodySize;
        _blocks.Add(paragraph);
        return end;
    }

    private bool EndsBefore(int begin, int i)
    {
        var line = _lines[i];
        var before = _lines[i - 1];
        if (line.Table is not null || IsSetOff(i) || (line.IsMonospaced && !before.IsMonospaced && CodeReader.Length(_lines, i) >= 2)
            || (before.IsMonospaced && !line.IsMonospaced && i == begin + 1)
            || _headings.At(_lines, i, _measure) is not null || IsItem(i))
        {
            return true;
        }

        if (before.IsBold != line.IsBold && i == begin + 1 && before.IsBold && !IsFull(before))
        {
            return true;
        }

        var shift = line.Left - before.Left;
        var em = line.Size;
        if (shift > Indent * em && shift < 6 * em)
        {
            // The first line of a paragraph is indented; the second of a hanging one is, too, and so are all after it.
            var isHanging = i == begin + 1 && IsFull(before)
                && (!EndsSentence(before.Text) || (i + 1 < _lines.Count && Math.Abs(_lines[i + 1].Left - line.Left) < 0.3f * em));
            return !isHanging && !IsCentered(before, line);
        }

        if (shift < -Indent * em && i > begin + 1 && !IsCentered(before, line))
        {
            // Back to the margin from the lines of a hanging paragraph.
            return true;
        }

        return !IsFull(before) && _measure.IsFilled && EndsSentence(before.Text) && BeginsSentence(line.Text);
    }

    private bool IsCentered(TextLine one, TextLine other)
        => Math.Abs(one.Left + one.Right - other.Left - other.Right) < 0.8f * one.Size && one.Left > _measure.Left + (Indent * one.Size);

    /// <summary>Whether a line is further from the one before it than lines of a paragraph are.</summary>
    private bool IsSetOff(int i)
    {
        var (before, line) = (_lines[i - 1], _lines[i]);
        var em = Math.Max(before.Size, line.Size);
        var distance = before.Y - line.Y;
        if (Math.Abs(before.Size - line.Size) > 0.12f * em || distance < -0.5f * em || distance > 2.4f * em)
        {
            return true;
        }

        return distance > _measure.Leading + (SetOff * em) && !IsEven(i, distance);
    }

    // Text that is set wider than the rest of the column has the same distance on its other side.
    private bool IsEven(int i, float distance)
        => distance < 2.1f * _lines[i].Size && (IsAsFar(i - 1, distance) || IsAsFar(i + 1, distance))
            && (IsFull(_lines[i - 1]) || (_lines[i].Text.Length > 0 && char.IsLower(_lines[i].Text[0])));

    private bool IsAsFar(int i, float distance)
        => i > 0 && i < _lines.Count && Math.Abs(_lines[i - 1].Y - _lines[i].Y - distance) < 0.6f && Math.Abs(_lines[i - 1].Size - _lines[i].Size) < 0.3f;

    private bool IsFull(TextLine line) => line.Right > _measure.Right - (FullLine * line.Size);

    private static bool EndsSentence(string text) => text.Length > 0 && text[^1] is '.' or '!' or '?' or ':' or '”' or '"' or ')' or '。';

    private static bool BeginsSentence(string text) => text.Length > 0 && (char.IsUpper(text[0]) || char.IsDigit(text[0]) || text[0] is '“' or '"' or '(' or '[');
}
